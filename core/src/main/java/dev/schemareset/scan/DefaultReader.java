package dev.schemareset.scan;

import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.DefaultNow;
import dev.schemareset.model.Column;
import dev.schemareset.model.DefaultValue;
import dev.schemareset.model.DefaultValue.TimeFormat;
import dev.schemareset.type.StoredType;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** Reads {@code @Default} and {@code @DefaultNow} of a component. */
final class DefaultReader {

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
                .map(annotation -> sql(component, javaType, column, SqlFragment.parse(annotation.value())))
                .map(DefaultValue.Sql::new);
    }

    private Optional<DefaultValue> now(RecordComponent component, Class<?> javaType) {
        Optional<TimeFormat> format = StoredType.of(javaType).flatMap(StoredType::now);
        if (format.isEmpty()) {
            problems.add(
                    component,
                    "it has @DefaultNow, and " + javaType.getSimpleName() + " holds no time.",
                    "use Instant, LocalDateTime, LocalDate, LocalTime or long, or remove @DefaultNow.");
        }
        return format.map(DefaultValue.Now::new);
    }

    private String sql(RecordComponent component, Class<?> javaType, Column column, SqlFragment fragment) {
        String sql = fragment.sql();
        String stored = Literal.inQuotes(javaType, sql);
        String annotation = "@Default(\"" + sql + "\")";
        Literal literal = Literal.of(javaType);
        String fix = "write " + literal.example() + ", or an SQL expression in parentheses.";
        if (fragment.fault().isPresent()) {
            problems.add(
                    component,
                    annotation + " is no SQL value: " + fragment.fault().get() + ".",
                    fix);
        } else if (!fragment.quotedNames().isEmpty()) {
            problems.add(
                    component,
                    annotation + " holds a name in double quotes, and a default may name no column.",
                    "write text in single quotes.");
        } else if (sql.equalsIgnoreCase("NULL")) {
            checkNullable(component, column, annotation);
        } else if (!fragment.isParenthesised() && !literal.accepts(stored)) {
            problems.add(component, annotation + " is no value of " + javaType.getSimpleName() + ".", fix);
        }
        return stored;
    }

    private void checkNullable(RecordComponent component, Column column, String annotation) {
        if (!column.nullable()) {
            problems.add(
                    component,
                    annotation + " gives NULL to a column that is NOT NULL.",
                    "remove @Default, or make the component @Nullable or Optional.");
        }
    }
}
