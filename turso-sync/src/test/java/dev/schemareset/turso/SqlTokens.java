package dev.schemareset.turso;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a statement. Turso's own engine prints each schema text anew: without comments, with other spaces, and with one of two
 * spellings of the same thing. Texts with equal tokens say the same.
 */
final class SqlTokens {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<skip>\\s+|--[^\\n]*|/\\*.*?\\*/)\
            |(?<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\\[[^]]*])\
            |(?<blob>[xX]'[0-9a-fA-F]*')\
            |(?<word>[\\p{L}_0-9.$\\x{80}-\\x{10FFFF}]+)\
            |(?<operator><>|!=|==|<=|>=|<<|>>|\\|\\||->>|->|.)""", Pattern.DOTALL);

    private SqlTokens() {}

    static List<String> of(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("skip") == null) {
                tokens.add(token(matcher));
            }
        }
        return tokens;
    }

    private static String token(Matcher matcher) {
        if (matcher.group().startsWith("[")) {
            return matcher.group().substring(1, matcher.group().length() - 1).toUpperCase(Locale.ROOT);
        }
        if (matcher.group("quoted") != null) {
            return matcher.group();
        }
        return switch (matcher.group()) {
            case "<>" -> "!=";
            case "==" -> "=";
            default -> matcher.group().toUpperCase(Locale.ROOT);
        };
    }
}
