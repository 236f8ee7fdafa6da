package dev.schemareset.scan;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.DefaultValue;
import dev.schemareset.model.DefaultValue.TimeFormat;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code @Default} and {@code @DefaultNow} of a component. */
final class DefaultReader {

    private static final Map<Class<?>, TimeFormat> TIME_FORMATS = Map.of(
            Instant.class, TimeFormat.INSTANT,
            LocalDateTime.class, TimeFormat.LOCAL_DATE_TIME,
            LocalDate.class, TimeFormat.LOCAL_DATE,
            LocalTime.class, TimeFormat.LOCAL_TIME,
            Long.class, TimeFormat.EPOCH_MILLIS);

    private static final Pattern NULL = ignoringCase("NULL");
    private static final Pattern EXPRESSION = Pattern.compile("\\(.*\\)", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern INTEGER = ignoringCase("[+-]?(?:\\d+|0x[0-9a-f]+)|TRUE|FALSE");
    private static final Pattern NUMBER = ignoringCase("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?");
    private static final Pattern BLOB = ignoringCase("x'(?:[0-9a-f]{2})*'");
    private static final Pattern CURRENT = ignoringCase("CURRENT_(?:TIME|DATE|TIMESTAMP)");

    private final Problems problems;

    DefaultReader(Problems problems) {
        this.problems = problems;
    }

    Optional<DefaultValue> read(
            RecordComponent component,
            Class<?> javaType,
            ColumnType type,
            boolean nullable,
            List<String> allowedValues) {
        Default written = component.getAnnotation(Default.class);
        boolean now = component.isAnnotationPresent(DefaultNow.class);
        if (written != null && now) {
            problems.add(component, "it has @Default and @DefaultNow at once.", "remove one of them.");
            return Optional.empty();
        }
        if (now) {
            return now(component, javaType);
        }
        return Optional.ofNullable(written)
                .map(Default::value)
                .map(String::strip)
                .filter(sql -> isValid(component, sql, type, nullable, allowedValues))
                .map(DefaultValue.Sql::new);
    }

    private Optional<DefaultValue> now(RecordComponent component, Class<?> javaType) {
        TimeFormat format = TIME_FORMATS.get(TypeMapping.boxed(javaType));
        if (format == null) {
            problems.add(
                    component,
                    "it has @DefaultNow, and " + javaType.getSimpleName() + " holds no time.",
                    "use Instant, LocalDateTime, LocalDate, LocalTime or long, or remove @DefaultNow.");
            return Optional.empty();
        }
        return Optional.of(new DefaultValue.Now(format));
    }

    private boolean isValid(
            RecordComponent component, String sql, ColumnType type, boolean nullable, List<String> allowedValues) {
        if (EXPRESSION.matcher(sql).matches()) {
            return true;
        }
        String default_ = "@Default(\"" + sql + "\")";
        if (NULL.matcher(sql).matches()) {
            if (!nullable) {
                problems.add(
                        component,
                        default_ + " gives NULL to a column that is NOT NULL.",
                        "remove @Default, or make the component @Nullable or Optional.");
            }
            return nullable;
        }
        if (!literal(type).stream().anyMatch(literal -> literal.matcher(sql).matches())) {
            problems.add(
                    component,
                    default_ + " is no SQL literal that a column of type " + type + " can hold.",
                    "write " + example(type) + ", or an SQL expression in parentheses.");
            return false;
        }
        if (type == ColumnType.TEXT && !allowedValues.isEmpty() && !allowedValues.contains(unquoted(sql))) {
            problems.add(
                    component,
                    default_ + " is none of the values of its enum.",
                    "write one of "
                            + String.join(
                                    ", ",
                                    allowedValues.stream()
                                            .map(v -> "'" + v + "'")
                                            .toList()) + ".");
            return false;
        }
        return true;
    }

    private static List<Pattern> literal(ColumnType type) {
        return switch (type) {
            case INTEGER -> List.of(INTEGER);
            case REAL -> List.of(NUMBER);
            case TEXT -> List.of(TEXT, NUMBER, CURRENT);
            case BLOB -> List.of(BLOB);
        };
    }

    private static String example(ColumnType type) {
        return switch (type) {
            case INTEGER -> "an integer such as 0, or TRUE or FALSE";
            case REAL -> "a number such as 0.5";
            case TEXT -> "text in single quotes such as 'open'";
            case BLOB -> "bytes such as x'00ff'";
        };
    }

    private static String unquoted(String sql) {
        return sql.startsWith("'") ? sql.substring(1, sql.length() - 1).replace("''", "'") : sql;
    }

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
