package dev.schemareset.run;

import dev.schemareset.backup.BackupTaker;
import dev.schemareset.connection.Action;
import dev.schemareset.connection.Pragmas;
import dev.schemareset.connection.SqliteErrors;
import dev.schemareset.connection.WriteTransaction;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.inspect.Complaints;
import dev.schemareset.inspect.InventoryReader;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.Check;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Difference;
import dev.schemareset.plan.Execution;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.spi.Content;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a plan on one connection: all in one transaction, proven before it commits, rolled back on any doubt. The plan is made, and
 * the backup taken, once the write lock is held, so nothing can come between what was counted or copied and what is dropped.
 */
final class PlanRunner {

    private final WriteTransaction transaction;
    private final Connection connection;
    private final BackupTaker backups;
    private final Content content;
    private final Stopwatch stopwatch = new Stopwatch();

    PlanRunner(WriteTransaction transaction, BackupTaker backups, Content content) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.backups = backups;
        this.content = content;
    }

    Execution run(Function<Inventory, Plan> planner) throws SQLException {
        transaction.requireNone();
        boolean enforced = Pragmas.number(connection, "PRAGMA foreign_keys") != 0;
        transaction.execute(Plan.FOREIGN_KEYS_OFF);
        try {
            transaction.begin();
            stopwatch.lap("lock the database");
            Execution execution = locked(planner);
            return execution.then(
                    List.of(), enforceForeignKeys(enforced).stream().toList());
        } catch (SQLException | RuntimeException | Error e) {
            enforceForeignKeys(enforced).ifPresent(note -> e.addSuppressed(new SQLException(note)));
            throw e;
        }
    }

    /** What fails after the commit must not hide that it happened. */
    private Optional<String> enforceForeignKeys(boolean enforced) {
        try {
            if (enforced) {
                Pragmas.execute(connection, Plan.FOREIGN_KEYS_ON.sql());
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(
                    "The connection does not enforce foreign keys any more: " + SqliteErrors.reason(e) + ".");
        }
    }

    private Execution locked(Function<Inventory, Plan> planner) throws SQLException {
        Optional<Backup> backup = Optional.empty();
        try {
            Inventory found = InventoryReader.read(connection);
            stopwatch.lap("read the database");
            Plan plan = planner.apply(found).withNoBackup(backups.none(found));
            VirtualTables.requireDroppable(transaction, found);
            stopwatch.lap("plan");
            backup = backups.take(transaction, found);
            backup.ifPresent(taken -> stopwatch.lap("back up"));
            content.save(connection, found);
            plan.drops().forEach(transaction::execute);
            stopwatch.lap("drop");
            plan.creates().forEach(transaction::execute);
            content.fill(connection);
            stopwatch.lap("create");
            prove(plan);
            stopwatch.lap("prove");
            transaction.commit();
            stopwatch.lap("commit");
            return new Execution(plan, stopwatch.steps(), backup, List.of());
        } catch (SQLException | RuntimeException | Error e) {
            if (transaction.rollback(e)) {
                backups.discard(backup, e);
            }
            throw e;
        }
    }

    /** What stands in the database now must be what was planned, to the letter, or nothing is kept. */
    private void prove(Plan plan) throws SQLException {
        List<String> doubts = new ArrayList<>(schemaDoubts(plan));
        if (doubts.isEmpty()) {
            doubts.addAll(rowDoubts(plan.expected()));
        }
        for (Check check : plan.checks()) {
            List<String> complaints =
                    Complaints.of(connection, check.statement().sql());
            if (!complaints.equals(check.known())) {
                doubts.add(check.statement().why() + " " + check.statement().sql() + " finds " + complaints);
            }
        }
        if (!doubts.isEmpty()) {
            throw new ResetFailedException(
                    "The " + transaction.action().noun() + " of the database " + transaction.database()
                            + " did not lead to what was planned: " + String.join("; ", doubts) + ".",
                    "everything was rolled back; the database is as it was before.",
                    transaction.action() == Action.RESTORE
                            ? SqliteErrors.BY_HAND
                            : "look at what the database held with info(); please report this as a bug of SchemaReset.",
                    null);
        }
    }

    private List<String> schemaDoubts(Plan plan) throws SQLException {
        Inventory made = InventoryReader.readSchema(connection);
        if (made.fingerprint().equals(plan.fingerprint())) {
            return List.of();
        }
        List<String> differences = made.differencesFrom(plan.expected()).stream()
                .map(Difference::headline)
                .toList();
        return differences.isEmpty() ? List.of("the schema has the fingerprint " + made.fingerprint()) : differences;
    }

    /** What a virtual table shows is in its shadow tables, or nowhere in the file. */
    private List<String> rowDoubts(Inventory expected) throws SQLException {
        List<String> doubts = new ArrayList<>();
        for (DatabaseObject table : expected.tables()) {
            if (table.kind().isStored() && table.rows().isPresent()) {
                long rows = Pragmas.number(
                        connection, "SELECT count(*) FROM main." + table.name().quoted());
                if (rows != table.rows().getAsLong()) {
                    doubts.add(table + " has " + rows);
                }
            }
        }
        return doubts;
    }
}
