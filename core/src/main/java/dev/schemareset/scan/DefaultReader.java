package dev.schemareset.scan;

import static java.util.stream.Collectors.joining;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.model.Column;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.DefaultValue;
import dev.schemareset.model.DefaultValue.TimeFormat;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
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

    /** The default of a component; the column is what else is known of it. */
    Optional<DefaultValue> read(RecordComponent component, Class<?> javaType, Column column) {
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
                .map(annotation -> annotation.value().strip())
                .flatMap(sql -> literal(component, javaType, column, sql))
                .map(DefaultValue.Sql::new);
    }

    private Optional<DefaultValue> now(RecordComponent component, Class<?> javaType) {
        TimeFormat format = TIME_FORMATS.get(TypeMapping.boxed(javaType));
        if (format == null) {
            problems.add(
                    component,
                    "it has @DefaultNow, and " + javaType.getSimpleName() + " holds no time.",
                    "use Instant, LocalDateTime, LocalDate, LocalTime or long, or remove @DefaultNow.");
        }
        return Optional.ofNullable(format).map(DefaultValue.Now::new);
    }

    private Optional<String> literal(RecordComponent component, Class<?> javaType, Column column, String sql) {
        if (EXPRESSION.matcher(sql).matches()) {
            return Optional.of(sql);
        }
        String annotation = "@Default(\"" + sql + "\")";
        if (NULL.matcher(sql).matches()) {
            if (!column.nullable()) {
                problems.add(
                        component,
                        annotation + " gives NULL to a column that is NOT NULL.",
                        "remove @Default, or make the component @Nullable or Optional.");
            }
            return Optional.of(sql);
        }
        if (javaType == BigDecimal.class && NUMBER.matcher(sql).matches()) {
            // As a number SQLite would store 1.50 as 1.5.
            return Optional.of("'" + sql + "'");
        }
        if (literals(javaType, column.type()).stream()
                .noneMatch(literal -> literal.matcher(sql).matches())) {
            problems.add(
                    component,
                    annotation + " is no SQL literal for a column of type " + column.type() + ".",
                    "write " + example(column.type()) + ", or an SQL expression in parentheses.");
        } else if (javaType.isEnum() && !column.allowedValues().contains(unquoted(sql))) {
            String constants = column.allowedValues().stream()
                    .map(value -> "'" + value + "'")
                    .collect(joining(", "));
            problems.add(component, annotation + " is no constant of its enum.", "write one of " + constants + ".");
        }
        return Optional.of(sql);
    }

    private static List<Pattern> literals(Class<?> javaType, ColumnType type) {
        return switch (type) {
            case INTEGER -> List.of(INTEGER);
            case REAL -> List.of(NUMBER);
            // The CURRENT_ keywords do not write the format in which times are kept.
            case TEXT -> javaType == String.class ? List.of(TEXT, CURRENT) : List.of(TEXT);
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

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
