package dev.schemareset.turso.feed;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.plan.ChangeLog;
import dev.schemareset.turso.hrana.Hrana;
import dev.schemareset.turso.hrana.Hrana.Expression;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import dev.schemareset.turso.shape.Shape.Change;
import dev.schemareset.turso.shape.Shape.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes rows into SQL, many to a statement. Values are bound, never spliced. */
final class RowWriter {

    /** More rows in one statement are no faster (measured). */
    private static final int ROWS = 100;

    /** SQLite takes 32,766 (SQLite documentation, "SQLITE_MAX_VARIABLE_NUMBER"); a long statement is read slowly long before. */
    private static final int ARGUMENTS = 2_000;

    private RowWriter() {}

    /** What the log tells of the rows. */
    static List<Step> log(Table table, List<Change> changes, String origin) {
        String insert = "INSERT INTO main." + ChangeLog.LOG.quoted() + " (tbl, " + String.join(", ", table.logColumns())
                + ", origin, nonce) VALUES ";
        return statements(
                changes,
                table.key().size() + 2,
                rows -> new Sql(insert)
                        .list(
                                rows,
                                (sql, change) -> sql.add("(")
                                        .value(new Text(table.name().value()))
                                        .add(", ")
                                        .values(change.key())
                                        .add(", ")
                                        .value(new Text(origin))
                                        .add(", random())")));
    }

    /** Removes the rows that are gone; where a row may be in the way of another, those that are written anew as well. */
    static List<Step> delete(Table table, List<Change> changes) {
        List<Change> gone = changes.stream()
                .filter(change -> change.row().isEmpty() || table.evicts())
                .toList();
        String delete = "DELETE FROM main." + table.name().quoted() + " WHERE ";
        List<Name> key = table.keyColumns();
        return statements(gone, key.size(), rows -> {
            Sql sql = new Sql(delete);
            if (key.size() == 1) {
                return sql.add(key.get(0).quoted() + " IN (")
                        .list(rows, (list, change) -> list.value(change.key().get(0)))
                        .add(")");
            }
            return sql.list(rows, " OR ", (list, change) -> {
                for (int i = 0; i < key.size(); i++) {
                    list.add((i == 0 ? "(" : " AND ") + key.get(i).quoted() + " = ")
                            .value(change.key().get(i));
                }
                list.add(")");
            });
        });
    }

    /** Writes the rows that are there. */
    static List<Step> write(Table table, List<Change> changes) {
        String key = names(table.keyColumns());
        String set = table.columns().stream()
                .filter(column -> isRewritten(table, column))
                .map(column -> column.quoted() + " = excluded." + column.quoted())
                .collect(joining(", "));
        String onConflict = " ON CONFLICT (" + key + ") DO " + (set.isEmpty() ? "NOTHING" : "UPDATE SET " + set);
        return insert("INSERT", table, changes, onConflict);
    }

    /** Writes the rows that are there, in the place of whatever is in their way. */
    static List<Step> replace(Table table, List<Change> changes) {
        return insert("INSERT OR REPLACE", table, changes, "");
    }

    /** Equal keys may be different values, such as 1 and 1.0, or two spellings of a text. */
    private static boolean isRewritten(Table table, Name column) {
        int place = table.columns().indexOf(column);
        int inKey = table.key().indexOf(place);
        return inKey < 0
                || table.reals().contains(place)
                || !table.collations().get(inKey).equalsIgnoreCase("BINARY");
    }

    private static List<Step> insert(String insert, Table table, List<Change> changes, String end) {
        List<Change> present =
                changes.stream().filter(change -> change.row().isPresent()).toList();
        String into = insert + " INTO main." + table.name().quoted() + " (" + names(table.columns()) + ") VALUES ";
        return statements(
                present,
                table.columns().size(),
                rows -> new Sql(into)
                        .list(
                                rows,
                                (sql, change) -> sql.add("(")
                                        .values(change.row().orElseThrow())
                                        .add(")"))
                        .add(end));
    }

    private static String names(List<Name> columns) {
        return columns.stream().map(Name::quoted).collect(joining(", "));
    }

    private static List<Step> statements(List<Change> changes, int arguments, Function<List<Change>, Sql> statement) {
        int rows = Math.max(1, Math.min(ROWS, ARGUMENTS / arguments));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < changes.size(); i += rows) {
            steps.add(statement
                    .apply(changes.subList(i, Math.min(changes.size(), i + rows)))
                    .step());
        }
        return steps;
    }

    /** A statement that is being written, with the values it binds. */
    private static final class Sql {

        private interface Item {
            void to(Sql sql, Change change);
        }

        private final StringBuilder text;
        private final List<Value> arguments = new ArrayList<>();

        Sql(String beginning) {
            this.text = new StringBuilder(beginning);
        }

        Sql add(String sql) {
            text.append(sql);
            return this;
        }

        Sql value(Value value) {
            Expression expression = Hrana.expression(value);
            text.append(expression.sql());
            arguments.addAll(expression.arguments());
            return this;
        }

        Sql values(List<Value> values) {
            for (int i = 0; i < values.size(); i++) {
                add(i == 0 ? "" : ", ").value(values.get(i));
            }
            return this;
        }

        Sql list(List<Change> changes, Item item) {
            return list(changes, ", ", item);
        }

        Sql list(List<Change> changes, String separator, Item item) {
            for (int i = 0; i < changes.size(); i++) {
                add(i == 0 ? "" : separator);
                item.to(this, changes.get(i));
            }
            return this;
        }

        Step step() {
            return Step.statement(text.toString(), arguments.toArray(Value[]::new));
        }
    }
}
