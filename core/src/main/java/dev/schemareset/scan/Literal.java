package dev.schemareset.scan;

import static java.util.Objects.requireNonNull;
import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The SQL literals that are a value of a Java type: those that come back as one from a column of that type. */
record Literal(Predicate<String> rule, String example) {

    private static final Set<String> FLAGS = Set.of("TRUE", "FALSE", "0", "1");
    private static final Set<String> CURRENT = Set.of("CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP");
    private static final Pattern INTEGER = Pattern.compile("[+-]?(?:\\d+|0x[0-9a-f]{1,16})", CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?", CASE_INSENSITIVE);
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "\\d{2}:\\d{2}:\\d{2}\\.\\d{9}";

    /** The times are as they are bound, so that they sort with the others; the longs are the limits of the type. */
    private static final Map<Class<?>, Literal> LITERALS = Map.ofEntries(
            Map.entry(Boolean.class, new Literal(sql -> FLAGS.contains(upper(sql)), "TRUE or FALSE")),
            Map.entry(Byte.class, integer(Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry(Short.class, integer(Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry(Integer.class, integer(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(Long.class, integer(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(Float.class, matching(NUMBER, "a number such as 0.5")),
            Map.entry(Double.class, matching(NUMBER, "a number such as 0.5")),
            Map.entry(
                    byte[].class,
                    matching(Pattern.compile("x'(?:[0-9a-f]{2})*'", CASE_INSENSITIVE), "bytes such as x'00ff'")),
            Map.entry(BigDecimal.class, new Literal(Literal::isDecimal, "a number such as 0.50")),
            Map.entry(
                    String.class,
                    new Literal(
                            sql -> isText(sql) || CURRENT.contains(upper(sql)),
                            "text in single quotes such as 'open'")),
            Map.entry(Character.class, new Literal(Literal::isCharacter, "one character in single quotes such as 'a'")),
            Map.entry(UUID.class, text("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "a UUID in single quotes")),
            Map.entry(Instant.class, time(DATE + "T" + TIME + "Z", Instant::parse, "'2001-02-03T04:05:06.000000000Z'")),
            Map.entry(
                    LocalDateTime.class,
                    time(DATE + "T" + TIME, LocalDateTime::parse, "'2001-02-03T04:05:06.000000000'")),
            Map.entry(LocalDate.class, time(DATE, LocalDate::parse, "'2001-02-03'")),
            Map.entry(LocalTime.class, time(TIME, LocalTime::parse, "'04:05:06.000000000'")));

    /** The literals of a type that can be a column. */
    static Literal of(Class<?> javaType) {
        if (javaType.isEnum()) {
            List<String> constants = TypeMapping.allowedValues(javaType).stream()
                    .map(constant -> "'" + constant + "'")
                    .toList();
            return new Literal(constants::contains, "one of " + String.join(", ", constants));
        }
        return requireNonNull(LITERALS.get(TypeMapping.boxed(javaType)), javaType.getName());
    }

    static boolean isNumber(String sql) {
        return NUMBER.matcher(sql).matches();
    }

    boolean accepts(String sql) {
        return rule.test(sql);
    }

    private static String unquoted(String sql) {
        return sql.substring(1, sql.length() - 1).replace("''", "'");
    }

    private static Literal matching(Pattern pattern, String example) {
        return new Literal(sql -> pattern.matcher(sql).matches(), example);
    }

    private static Literal text(String regex, String example) {
        Pattern pattern = Pattern.compile(regex);
        return new Literal(sql -> isText(sql) && pattern.matcher(unquoted(sql)).matches(), example);
    }

    /** The form alone would let the 30th of February pass. */
    private static Literal time(String regex, Function<String, ?> parse, String example) {
        Literal form = text(regex, example);
        return new Literal(sql -> form.accepts(sql) && parses(parse, unquoted(sql)), example);
    }

    private static boolean parses(Function<String, ?> parse, String text) {
        try {
            return parse.apply(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isText(String sql) {
        return sql.matches("'(?:[^']++|'')*+'");
    }

    /** One that fits into a Java char: not every character that people see does. */
    private static boolean isCharacter(String sql) {
        return isText(sql) && unquoted(sql).length() == 1;
    }

    private static boolean isDecimal(String sql) {
        return isNumber(isText(sql) ? unquoted(sql) : sql);
    }

    private static Literal integer(long least, long greatest) {
        return new Literal(
                sql -> INTEGER.matcher(sql).matches() && isBetween(value(sql), least, greatest),
                "an integer from " + least + " to " + greatest);
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
