package dev.schemareset.plan;

import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The text of {@code CREATE TABLE}, cut at its commas, so that a difference can be told by column and constraint. What SQLite has
 * accepted needs no parser for that: only quotes, comments and parentheses hide a comma.
 */
final class TableText {

    /** A doubled quote ends one of these and begins the next, which hides as much. */
    private static final Pattern HIDING =
            Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|\\[[^\\]]*]|--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern LEADING_COMMENTS =
            Pattern.compile("\\A(?:\\s+|--[^\n]*+|/\\*.*?\\*/)*+", Pattern.DOTALL);

    private static final Pattern FIRST_WORD = Pattern.compile(
            "\\A(?:\"((?:[^\"]+|\"\")*+)\"|`((?:[^`]+|``)*+)`|\\[([^\\]]*)]|'((?:[^']+|'')*+)'|((?:(?!--|/\\*)[^\\s(\"'`\\[])+))");

    private static final Set<String> CONSTRAINTS = Set.of("constraint", "primary", "unique", "check", "foreign");

    private final Map<String, Name> names = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<String> constraints = new ArrayList<>();
    private String options = "";

    private TableText() {}

    static TableText of(String sql) {
        TableText table = new TableText();
        Matcher hiding = HIDING.matcher(sql);
        int depth = 0;
        int start = 0;
        int i = 0;
        while (i < sql.length()) {
            if (hiding.region(i, sql.length()).lookingAt()) {
                i = hiding.end();
                continue;
            }
            char c = sql.charAt(i);
            if (c == '(') {
                depth++;
                start = depth == 1 ? i + 1 : start;
            } else if (depth == 1 && (c == ',' || c == ')')) {
                table.add(sql.substring(start, i).strip());
                start = i + 1;
            }
            if (c == ')') {
                depth--;
                if (depth == 0) {
                    table.options = sql.substring(i + 1).strip();
                    break;
                }
            }
            i++;
        }
        return table;
    }

    /** The columns by their folded names, in order. */
    Map<String, String> columns() {
        return columns;
    }

    /** How a column is called, by its folded name. */
    Name name(String column) {
        return names.getOrDefault(column, new Name(column));
    }

    List<String> constraints() {
        return constraints;
    }

    /** What follows the closing parenthesis, e.g. {@code STRICT}. */
    String options() {
        return options;
    }

    private void add(String definition) {
        Matcher word = FIRST_WORD.matcher(LEADING_COMMENTS.matcher(definition).replaceFirst(""));
        boolean found = word.find();
        if (!found
                || (word.group(5) != null && CONSTRAINTS.contains(word.group(5).toLowerCase(Locale.ROOT)))) {
            constraints.add(definition);
        } else {
            Name name = new Name(unquoted(word));
            names.put(name.folded(), name);
            columns.put(name.folded(), definition);
        }
    }

    private static String unquoted(Matcher word) {
        int group = IntStream.rangeClosed(1, 5)
                .filter(i -> word.group(i) != null)
                .findFirst()
                .orElseThrow();
        String quote = word.group().substring(0, 1);
        return group == 3 || group == 5 ? word.group(group) : word.group(group).replace(quote + quote, quote);
    }
}
