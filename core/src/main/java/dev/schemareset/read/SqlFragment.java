package dev.schemareset.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of SQL that a developer wrote into an annotation. It is put into a statement as it is, so it must keep to its
 * place there: one expression, its quotes and parentheses closed, without a comment or the end of a statement.
 */
final class SqlFragment {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<quoted>'(?:[^']++|'')*+'|`(?:[^`]++|``)*+`|\\[[^]]*+])|(?<name>\"(?:[^\"]++|\"\")*+\")"
                    + "|(?<comment>--|/\\*)|(?<space>\\s+)|(?<other>.)",
            Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    /** SQLite documentation, "Deterministic SQL Functions": date and time functions that look at the clock or its zone. */
    private static final Pattern TIME = Pattern.compile(
            "\\b(?:date|time|datetime|julianday|unixepoch|strftime)\\s*\\("
                    + "(?:\\s*\\)|(?:[^()]|\\([^()]*\\))*'(?:now|localtime|utc)')",
            Pattern.CASE_INSENSITIVE);

    private final StringBuilder sql = new StringBuilder();
    private final StringBuilder withoutText = new StringBuilder();
    private final List<String> quotedNames = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int depth;
    private int timesClosed;

    private SqlFragment() {}

    static SqlFragment parse(String written) {
        SqlFragment fragment = new SqlFragment();
        Matcher token = TOKEN.matcher(written.strip());
        while (token.find()) {
            fragment.add(token);
        }
        if (fragment.depth != 0) {
            fragment.faults.add("its parentheses do not match");
        }
        return fragment;
    }

    private void add(Matcher token) {
        String text = token.group();
        if (token.group("name") != null) {
            quotedNames.add(text.substring(1, text.length() - 1).replace("\"\"", "\""));
        } else if (token.group("comment") != null) {
            faults.add("it holds a comment");
        } else if (token.group("other") != null) {
            addOther(text);
        }
        boolean space = token.group("space") != null;
        // The shell reads a line feed of Windows as one of Unix, and so would store another text.
        if (!space && CONTROL.matcher(text).find()) {
            faults.add("it holds a control character, which char(13), for one, writes, or half a character");
        }
        withoutText.append(isText(token) ? "''" : text);
        // Some lines, such as one that holds a slash only, would mean something to the shell.
        sql.append(space ? " " : text);
    }

    /** Text, except for that which date and time functions take for an order. */
    private static boolean isText(Matcher token) {
        return token.group("quoted") != null && !token.group().matches("(?i)'(?:now|localtime|utc)'");
    }

    private void addOther(String character) {
        switch (character) {
            case "(" -> depth++;
            case ")" -> close();
            case ";" -> faults.add("it holds a semicolon");
            case "," -> addComma();
            case "'", "\"", "`", "[" -> faults.add("a quote is not closed");
            default -> {}
        }
    }

    private void addComma() {
        if (depth == 0) {
            faults.add("a comma stands between two expressions");
        }
    }

    private void close() {
        depth--;
        if (depth < 0) {
            faults.add("its parentheses do not match");
        } else if (depth == 0) {
            timesClosed++;
        }
    }

    /** What is wrong with it, if anything is. */
    Optional<String> fault() {
        return faults.stream().findFirst();
    }

    /** The SQL, with each run of white space outside of quotes as one space. */
    String sql() {
        return sql.toString();
    }

    /** Whether its value would depend on when and where it is computed. */
    boolean asksForTheTime() {
        return TIME.matcher(withoutText).find();
    }

    /** Whether it is one expression in one pair of parentheses. */
    boolean isParenthesised() {
        return timesClosed == 1 && sql.charAt(0) == '(' && sql.charAt(sql.length() - 1) == ')';
    }

    /** What stands in double quotes: names, which SQLite silently takes for text where there is no such column. */
    List<String> quotedNames() {
        return List.copyOf(quotedNames);
    }
}
