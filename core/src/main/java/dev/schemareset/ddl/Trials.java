package dev.schemareset.ddl;

import dev.schemareset.ddl.Planner.Trial;
import dev.schemareset.model.Check;
import dev.schemareset.model.Column;
import dev.schemareset.model.DefaultValue.Sql;
import dev.schemareset.model.Domain;
import dev.schemareset.model.Index;
import dev.schemareset.model.Index.ExpressionPart;
import dev.schemareset.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts each piece of SQL that a developer wrote for a table to the test by itself, so that every fault is found, and each at its
 * place: in a table of the same columns that has nothing else, and with a row in it, because SQLite looks at some expressions
 * only then. The row is all {@code NULL}, to which most functions have no objection of their own.
 */
final class Trials {

    private final Table table;
    private final List<Trial> trials = new ArrayList<>();

    private Trials(Table table) {
        this.table = table;
    }

    static List<Trial> of(Table table) {
        Trials trials = new Trials(table);
        table.columns().forEach(trials::add);
        table.checks().forEach(check -> trials.add(check, table.model()));
        table.indexes().forEach(trials::add);
        return trials.trials;
    }

    private void add(Column column) {
        String where = table.model() + ", column " + column.name();
        column.defaultValue().filter(Sql.class::isInstance).map(Sql.class::cast).ifPresent(value -> {
            Column alone = plain(column, column.nullable(), column.domain()).withDefault(value);
            String create = TableDdl.create(with(List.of(alone), List.of()));
            trials.add(new Trial(
                    where,
                    "SQLite cannot store its default " + value.sql(),
                    List.of(create, insert("INSERT"), select()),
                    true,
                    value.makes()));
        });
        column.generated().ifPresent(generated -> {
            List<Column> columns = plainColumns();
            columns.replaceAll(other -> other.name().equals(column.name()) ? other.withGenerated(generated) : other);
            add(where, "@Generated(\"" + generated.sql() + "\")", with(columns, List.of()));
        });
        column.checks().forEach(check -> add(check, where));
    }

    private void add(Check check, String where) {
        add(where, "@Check(\"" + check.sql() + "\")", with(plainColumns(), List.of(check)));
    }

    private void add(String where, String annotation, Table tried) {
        trials.add(new Trial(
                where,
                "SQLite does not accept its " + annotation,
                List.of(TableDdl.create(tried), insert("INSERT OR IGNORE")),
                false,
                Optional.empty()));
    }

    private void add(Index index) {
        boolean expressions =
                index.where().isPresent() || index.parts().stream().anyMatch(part -> part instanceof ExpressionPart);
        if (expressions) {
            Table plain = with(plainColumns(), List.of());
            trials.add(new Trial(
                    table.model(),
                    "SQLite does not accept its index " + index.name(),
                    List.of(TableDdl.create(plain), IndexDdl.create(plain, index), insert("INSERT OR IGNORE")),
                    false,
                    Optional.empty()));
        }
    }

    /** Whether generated columns make a cycle, SQLite sees when it reads the table. */
    static Trial ofAll(Table table) {
        return new Trial(
                table.model(),
                "SQLite does not accept its table",
                List.of(TableDdl.create(table), new Trials(table).select()),
                false,
                Optional.empty());
    }

    /** With OR IGNORE, a row that a CHECK refuses is no fault. */
    private String insert(String verb) {
        return verb + " INTO " + table.name().quoted() + " DEFAULT VALUES";
    }

    private String select() {
        return "SELECT * FROM " + table.name().quoted();
    }

    private List<Column> plainColumns() {
        List<Column> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add(plain(column, true, Optional.empty())));
        return columns;
    }

    private static Column plain(Column column, boolean nullable, Optional<Domain> domain) {
        return new Column(
                column.name(),
                column.type(),
                nullable,
                domain,
                Optional.empty(),
                Optional.empty(),
                column.collation(),
                List.of(),
                Optional.empty());
    }

    private Table with(List<Column> columns, List<Check> checks) {
        return new Table(
                table.name(),
                table.model(),
                Optional.empty(),
                columns,
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                checks,
                List.of(),
                table.strict(),
                false);
    }
}
