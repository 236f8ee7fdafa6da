package dev.schemareset.read;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.schemareset.type.StoredType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The SQL literals that are a value of a Java type: those that come back as one from a column of that type. */
record Literal(Predicate<String> rule, String example) {

    /** Any literal, for a type of the user's own. */
    static final Literal ANY = new Literal(
            Literal::isLiteral,
            "a number, text in single quotes, bytes such as x'00ff', TRUE, FALSE or CURRENT_TIMESTAMP");

    private static final Set<String> FLAGS = Set.of("TRUE", "FALSE", "0", "1");
    private static final Set<String> CURRENT = Set.of("CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP");
    private static final Pattern INTEGER = Pattern.compile("[+-]?(?:\\d+|0x[0-9a-f]{1,16})", CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d{1,9})?", CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+");
    private static final Pattern BYTES = Pattern.compile("x'(?:[0-9a-f]{2})*'", CASE_INSENSITIVE);

    /** The literals that are not text in the form in which a value is stored. */
    private static final Map<Class<?>, Predicate<String>> RULES = Map.of(
            Boolean.class,
            sql -> FLAGS.contains(upper(sql)),
            Byte.class,
            integer(Byte.MIN_VALUE, Byte.MAX_VALUE),
            Short.class,
            integer(Short.MIN_VALUE, Short.MAX_VALUE),
            Integer.class,
            integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
            Long.class,
            integer(Long.MIN_VALUE, Long.MAX_VALUE),
            Year.class,
            integer(Year.MIN_VALUE, Year.MAX_VALUE),
            Float.class,
            sql -> NUMBER.matcher(sql).matches(),
            Double.class,
            sql -> NUMBER.matcher(sql).matches(),
            byte[].class,
            sql -> BYTES.matcher(sql).matches(),
            String.class,
            sql -> CURRENT.contains(upper(sql)));

    /** The literals of a type that can be a column. */
    static Literal of(Class<?> javaType) {
        if (javaType.isEnum()) {
            List<String> constants = TypeMapping.constants(javaType).stream()
                    .map(constant -> "'" + constant + "'")
                    .toList();
            return new Literal(constants::contains, "one of " + String.join(", ", constants));
        }
        StoredType<?> type = StoredType.of(javaType).orElseThrow();
        Predicate<String> text = sql -> isText(sql) && type.isStoredAs(unquoted(sql));
        return new Literal(text.or(RULES.getOrDefault(type.javaType(), sql -> false)), type.example());
    }

    /** Puts a number for a type that is stored as text into quotes; else SQLite would store 1.50 as 1.5. */
    static String inQuotes(Class<?> javaType, String sql) {
        if (javaType == BigDecimal.class && NUMBER.matcher(sql).matches()) {
            return "'" + new BigDecimal(sql) + "'";
        }
        if (javaType == BigInteger.class && DIGITS.matcher(sql).matches()) {
            return "'" + new BigInteger(sql) + "'";
        }
        return sql;
    }

    boolean accepts(String sql) {
        return rule.test(sql);
    }

    private static String unquoted(String sql) {
        return sql.substring(1, sql.length() - 1).replace("''", "'");
    }

    private static boolean isLiteral(String sql) {
        return NUMBER.matcher(sql).matches()
                || INTEGER.matcher(sql).matches()
                || sql.matches("[xX]?'(?:[^']++|'')*+'")
                || FLAGS.contains(upper(sql))
                || CURRENT.contains(upper(sql));
    }

    private static boolean isText(String sql) {
        return sql.matches("'(?:[^']++|'')*+'");
    }

    private static Predicate<String> integer(long least, long greatest) {
        return sql -> INTEGER.matcher(sql).matches() && isBetween(value(sql), least, greatest);
    }

    private static boolean isBetween(BigInteger value, long least, long greatest) {
        return value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(greatest)) <= 0;
    }

    /** SQLite documentation, "Literal Values": hexadecimal digits are the bits of a signed integer of 64 bits. */
    private static BigInteger value(String sql) {
        String digits = sql.replaceFirst("^[+-]", "");
        BigInteger magnitude = upper(digits).startsWith("0X")
                ? BigInteger.valueOf(Long.parseUnsignedLong(digits.substring(2), 16))
                : new BigInteger(digits);
        return sql.startsWith("-") ? magnitude.negate() : magnitude;
    }

    private static String upper(String sql) {
        return sql.toUpperCase(Locale.ROOT);
    }
}
