package dev.schemareset.random;

import static dev.schemareset.support.JavaSource.literal;
import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Check;
import dev.schemareset.model.Column;
import dev.schemareset.model.DefaultValue.Now;
import dev.schemareset.model.DefaultValue.Sql;
import dev.schemareset.model.DefaultValue.TimeFormat;
import dev.schemareset.model.Domain.Flag;
import dev.schemareset.model.Domain.Json;
import dev.schemareset.model.Domain.OneOf;
import dev.schemareset.model.ForeignKey;
import dev.schemareset.model.Index;
import dev.schemareset.model.Index.ColumnPart;
import dev.schemareset.model.Index.ExpressionPart;
import dev.schemareset.model.Key;
import dev.schemareset.model.Name;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import java.util.ArrayList;
import java.util.List;

/** The record that a developer would have written for a table. */
final class AnnotatedSource {

    private static final String ANNOTATION = "@dev.schemareset.annotation.";

    private final Schema schema;
    private final Table table;
    private final StringBuilder enums = new StringBuilder();

    private AnnotatedSource(Schema schema, Table table) {
        this.schema = schema;
        this.table = table;
    }

    static String of(Schema schema, Table table) {
        return new AnnotatedSource(schema, table).source();
    }

    private String source() {
        int dot = table.model().lastIndexOf('.');
        List<String> components = new ArrayList<>();
        for (Column column : table.columns()) {
            components.add(component(column, "c" + components.size()));
        }
        return "package " + table.model().substring(0, dot) + ";\n\n"
                + tableAnnotation()
                + table.uniqueKeys().stream().map(this::unique).collect(joining())
                + table.foreignKeys().stream().map(this::foreignKey).collect(joining())
                + table.checks().stream().map(AnnotatedSource::check).collect(joining())
                + table.indexes().stream().map(AnnotatedSource::index).collect(joining())
                + "public record " + table.model().substring(dot + 1) + "(\n"
                + String.join(",\n", components) + ") {\n" + enums + "}\n";
    }

    private String tableAnnotation() {
        return ANNOTATION + "Table(value = " + quoted(table.name()) + ", strict = " + table.strict()
                + ", withoutRowid = " + table.withoutRowid()
                + ", comment = " + literal(table.comment().orElse("")) + ")\n";
    }

    private String unique(Key key) {
        return ANNOTATION + "Unique(value = " + names(key.columns()) + ", name = "
                + key.name().map(AnnotatedSource::quoted).orElse("\"\"") + ")\n";
    }

    private String foreignKey(ForeignKey key) {
        String model = schema.tables().stream()
                .filter(other -> other.name().equals(key.table()))
                .findFirst()
                .orElseThrow()
                .model();
        String actions = "dev.schemareset.annotation.ForeignKeyAction.";
        return ANNOTATION + "ForeignKey(columns = " + names(key.columns()) + ", references = " + model
                + ".class, referencedColumns = " + names(key.referencedColumns())
                + ", onDelete = " + actions + key.onDelete() + ", onUpdate = " + actions + key.onUpdate()
                + ", deferrable = " + key.deferrable() + ")\n";
    }

    private static String check(Check check) {
        return ANNOTATION + "Check(value = " + literal(check.sql()) + ", name = "
                + check.name().map(AnnotatedSource::quoted).orElse("\"\"") + ")\n";
    }

    private static String index(Index index) {
        String parts = index.parts().stream()
                .map(part -> part instanceof ColumnPart column
                        ? column.column().value() + (column.descending() ? " DESC" : "")
                        : ((ExpressionPart) part).sql())
                .map(part -> literal(part))
                .collect(joining(", ", "{", "}"));
        return ANNOTATION + "Index(value = " + parts + ", name = " + quoted(index.name()) + ", unique = "
                + index.unique() + ", where = " + literal(index.where().orElse("")) + ")\n";
    }

    private String component(Column column, String name) {
        StringBuilder text = new StringBuilder();
        boolean ownType = column.domain().isEmpty()
                && column.defaultValue().filter(Now.class::isInstance).isEmpty();
        text.append(ANNOTATION + "Column(value = ").append(quoted(column.name()));
        text.append(", type = ").append(literal(ownType ? column.type().name() : ""));
        text.append(", collate = ").append(literal(column.collation().orElse("")));
        text.append(", comment = ").append(literal(column.comment().orElse(""))).append(")\n");
        if (table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent()) {
            text.append(ANNOTATION + "PrimaryKey(autoincrement = ")
                    .append(table.autoincrement())
                    .append(")\n");
        }
        column.defaultValue()
                .ifPresent(value -> text.append(
                        value instanceof Sql sql
                                ? ANNOTATION + "Default(" + literal(sql.sql()) + ")\n"
                                : ANNOTATION + "DefaultNow\n"));
        column.generated()
                .ifPresent(generated -> text.append(ANNOTATION + "Generated(value = ")
                        .append(literal(generated.sql()))
                        .append(", stored = ")
                        .append(generated.stored())
                        .append(")\n"));
        column.checks().forEach(check -> text.append(check(check)));
        text.append(column.domain().filter(Json.class::isInstance).isPresent() ? "@org.jdbi.v3.json.Json\n" : "");
        text.append(column.nullable() ? "@org.jspecify.annotations.Nullable " : "");
        return text.append(javaType(column, name)).append(' ').append(name).toString();
    }

    private String javaType(Column column, String name) {
        if (column.domain().orElse(null) instanceof OneOf one) {
            enums.append("    public enum E")
                    .append(name)
                    .append(" {")
                    .append(String.join(", ", one.values()))
                    .append("}\n");
            return "E" + name;
        }
        if (column.domain().filter(Flag.class::isInstance).isPresent()) {
            return "Boolean";
        }
        return column.defaultValue().orElse(null) instanceof Now now ? timeType(now.format()) : "Object";
    }

    private static String timeType(TimeFormat format) {
        return switch (format) {
            case INSTANT -> "java.time.Instant";
            case LOCAL_DATE_TIME -> "java.time.LocalDateTime";
            case LOCAL_DATE -> "java.time.LocalDate";
            case LOCAL_TIME -> "java.time.LocalTime";
            case OFFSET_TIME -> "java.time.OffsetTime";
            case YEAR -> "java.time.Year";
            case YEAR_MONTH -> "java.time.YearMonth";
            case MONTH_DAY -> "java.time.MonthDay";
            case EPOCH_MILLIS -> "long";
        };
    }

    private static String names(List<Name> names) {
        return names.stream().map(AnnotatedSource::quoted).collect(joining(", ", "{", "}"));
    }

    private static String quoted(Name name) {
        return literal(name.value());
    }
}
