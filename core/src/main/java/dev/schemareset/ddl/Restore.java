package dev.schemareset.ddl;

import static java.util.stream.Collectors.joining;

import dev.schemareset.model.Name;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.BackupContent;
import dev.schemareset.plan.BackupContent.Rows;
import dev.schemareset.plan.Check;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Header;
import dev.schemareset.plan.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements that bring back what is in a backup, which is attached to the same connection, into a database that was emptied: the
 * way SQLite's own {@code VACUUM} copies a database, in the transaction that empties it.
 *
 * <p>Tables come first and their rows next, while no index slows them and no trigger fires; the counters of AUTOINCREMENT last, because
 * each row that comes back is counted. Shadow tables are tables like all others here; the virtual table they belong to, as every view
 * and trigger, is no more than its line in {@code sqlite_schema}.
 */
final class Restore {

    private static final Statement SEQUENCE = new Statement(
            "CREATE TABLE IF NOT EXISTS sqlite_sequence(name,seq)", "AUTOINCREMENT needs its counters again.");

    private static final Statement FORGET_SEQUENCE =
            new Statement("DELETE FROM main.sqlite_sequence", "Discards what the restored rows counted.");

    private static final Statement WRITABLE_SCHEMA = new Statement(
            "PRAGMA writable_schema = ON",
            "SQLite's own tables have reserved names, and objects without rows are copied into the schema as they are.");

    private static final Statement NO_CHECKS =
            new Statement("PRAGMA ignore_check_constraints = ON", "Rows that were in the database may be in it again.");

    private static final Statement READ_SCHEMA_AGAIN =
            new Statement("PRAGMA writable_schema = RESET", "SQLite reads the copied schema.");

    private static final String SOURCE = BackupContent.ATTACHED.quoted() + ".";

    private static final Statement COPY_SCHEMA = new Statement(
            "INSERT INTO main.sqlite_schema SELECT * FROM " + SOURCE
                    + "sqlite_schema WHERE type IN ('view', 'trigger') OR (type = 'table' AND rootpage = 0)",
            "Restores virtual tables, views and triggers.");

    private Restore() {}

    static List<Statement> of(Backup backup, BackupContent content) {
        List<DatabaseObject> objects = content.inventory().objects();
        List<Statement> statements = new ArrayList<>();
        statements.add(attach(backup));
        statements.add(WRITABLE_SCHEMA);
        statements.add(NO_CHECKS);
        objects.stream()
                .filter(object -> object.kind().isStored())
                .map(Restore::create)
                .forEach(statements::add);
        content.tables().stream()
                .sorted(Comparator.comparing(rows -> isSequence(rows.table())))
                .flatMap(Restore::copy)
                .forEach(statements::add);
        content.inventory().ofKind(Kind.INDEX).stream().map(Restore::create).forEach(statements::add);
        statements.add(COPY_SCHEMA);
        statements.add(READ_SCHEMA_AGAIN);
        statements.addAll(HeaderSql.change(Header.UNMARKED, content.inventory().header()));
        return statements;
    }

    /** What Java reads of a text that is no UTF-8 is not that text, so that SQLite itself compares the schemas. */
    static List<Check> checks(BackupContent content) {
        String schema = "sqlite_schema WHERE sql IS NOT NULL AND name <> 'sqlite_sequence'";
        Statement sameSchema = new Statement(
                "SELECT name FROM (SELECT type, name, tbl_name, sql FROM " + SOURCE + schema
                        + " EXCEPT SELECT type, name, tbl_name, sql FROM main." + schema + ")",
                "The restored schema must be that of the backup.");
        Statement quickCheck =
                new Statement("PRAGMA main.quick_check", "The restored database must be as sound as the backup.");
        return List.of(new Check(sameSchema, List.of()), new Check(quickCheck, content.complaints()));
    }

    /** Inside the transaction: what is attached when it begins is locked for writing as well. A path would make what is not there. */
    private static Statement attach(Backup backup) {
        return new Statement(
                "ATTACH " + Literals.text(backup.file().toUri() + "?mode=ro") + " AS "
                        + BackupContent.ATTACHED.quoted(),
                "Opens the backup for reading.");
    }

    private static Statement create(DatabaseObject object) {
        return isSequence(object.name())
                ? SEQUENCE
                : new Statement(object.sql(), "Restores the old " + object.label() + ".");
    }

    private static Stream<Statement> copy(Rows rows) {
        String table = rows.table().quoted();
        String columns = rows.columns().stream().map(Name::quoted).collect(joining(", "));
        String into = columns.isEmpty() ? "" : " (" + columns + ")";
        Statement insert = new Statement(
                "INSERT INTO main." + table + into + " SELECT " + (columns.isEmpty() ? "*" : columns) + " FROM "
                        + SOURCE + table,
                "Restores the rows of " + rows.table() + ".");
        return isSequence(rows.table()) ? Stream.of(FORGET_SEQUENCE, insert) : Stream.of(insert);
    }

    private static boolean isSequence(Name table) {
        return table.folded().equals("sqlite_sequence");
    }
}
