package dev.schemareset.ddl;

import dev.schemareset.model.Index;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.Backup;
import dev.schemareset.plan.BackupContent;
import dev.schemareset.plan.Check;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Stamp;
import dev.schemareset.plan.Statement;
import dev.schemareset.plan.SyncState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Plans a reset: from what is in a database and what the models ask for to the statements in between. */
public final class Planner {

    /**
     * Statements that show, on an empty database, whether SQLite accepts a piece of SQL that a developer wrote.
     *
     * @param where the model, and the column if it stands at one
     * @param failure what it means when one of them fails, without a full stop
     * @param statements the statements, in order
     * @param rowMustFit whether it is a failure, too, that SQLite refuses the one row that is tried
     * @param makes the Java type that what the last statement reads must be a value of, as it is stored; empty for anything
     */
    public record Trial(
            String where, String failure, List<String> statements, boolean rowMustFit, Optional<Class<?>> makes) {}

    private static final Check FOREIGN_KEY_CHECK =
            new Check(new Statement("PRAGMA main.foreign_key_check", "No row may refer to a missing one."), List.of());

    private Planner() {}

    /**
     * What must be tried before a table is created.
     *
     * @param table a table
     * @return a trial for each piece of SQL in it
     */
    public static List<Trial> trials(Table table) {
        return Trials.of(table);
    }

    /**
     * What must be tried when each piece of a table is accepted by itself.
     *
     * @param table a table
     * @return a trial of all of them together
     */
    public static Trial trialOfAll(Table table) {
        return Trials.ofAll(table);
    }

    /**
     * Plans a reset. The result depends on the arguments and the version of SchemaReset only, to the letter.
     *
     * @param found what is in the database
     * @param schema what the models ask for
     * @return the plan
     */
    public static Plan plan(Inventory found, Schema schema) {
        return plan(found, schema, Drops.of(found));
    }

    /**
     * Plans a reset of a database whose remote is reset next.
     *
     * @param found what is in the database
     * @param schema what the models ask for
     * @param sync what the database must know of its remote
     * @return the plan
     */
    public static Plan plan(Inventory found, Schema schema, SyncState sync) {
        return plan(found, schema).then(BookkeepingDdl.sync(sync)).then(ChangeLogDdl.local(schema));
    }

    /**
     * Plans to rebuild a database that gets the rows of its remote, whatever these are.
     *
     * @param found what is in the database
     * @param schema what the models ask for
     * @param sync what the database must know of its remote
     * @return the plan
     */
    public static Plan rebuild(Inventory found, Schema schema, SyncState sync) {
        return plan(found, schema, sync).withoutChecks();
    }

    /**
     * Plans a reset of a remote database. What the server keeps for itself is not touched. Each object is kept as soon as it is created,
     * for then it is the last.
     *
     * @param found what is in the database
     * @param schema what the models ask for
     * @param epoch names the reset
     * @return the plan
     */
    public static Plan remote(Inventory found, Schema schema, String epoch) {
        Plan plan = plan(found, schema, Drops.ofRemote(found));
        List<Statement> keeping = new ArrayList<>();
        keeping.add(BookkeepingDdl.schema());
        int position = 0;
        for (DatabaseObject object : plan.expected().objects()) {
            keeping.add(plan.creates().get(position++));
            keeping.add(BookkeepingDdl.keep(object, position));
        }
        keeping.addAll(plan.creates().subList(position, plan.creates().size()));
        keeping.addAll(BookkeepingDdl.sync(SyncState.ofRemote(epoch)));
        keeping.addAll(ChangeLogDdl.remoteTables(schema));
        for (DatabaseObject trigger : ChangeLogDdl.remoteTriggers(schema)) {
            keeping.add(ChangeLogDdl.create(trigger));
            keeping.add(BookkeepingDdl.keep(trigger, ++position));
        }
        return plan.withCreates(keeping);
    }

    /**
     * The triggers that write the change log of a local database: without one of them, a change would not be noticed.
     *
     * @param schema what the models ask for
     * @return the triggers, to the letter of their SQL
     */
    public static List<DatabaseObject> changeLogTriggers(Schema schema) {
        return ChangeLogDdl.localTriggers(schema);
    }

    private static Plan plan(Inventory found, Schema schema, List<Statement> drops) {
        List<Statement> creates = new ArrayList<>();
        List<DatabaseObject> objects = new ArrayList<>();
        for (Table table : schema.tables()) {
            String createTable = TableDdl.create(table);
            creates.add(new Statement(createTable, "Table " + table.name() + " holds " + table.model() + "."));
            objects.add(new DatabaseObject(Kind.TABLE, table.name(), table.name(), createTable, OptionalLong.empty()));
            for (Index index : table.indexes()) {
                String createIndex = IndexDdl.create(table, index);
                creates.add(new Statement(createIndex, "Index " + index.name() + " serves " + table.model() + "."));
                objects.add(
                        new DatabaseObject(Kind.INDEX, index.name(), table.name(), createIndex, OptionalLong.empty()));
            }
        }
        Inventory expected = Inventory.ofObjects(objects);
        long resets = found.stamp().map(Stamp::resets).orElse(0L) + 1;
        creates.addAll(BookkeepingDdl.stamp(expected.fingerprint(), resets, schema.packages()));
        return new Plan(
                found,
                expected,
                found.foreignTo(schema.packages()),
                drops,
                creates,
                List.of(FOREIGN_KEY_CHECK),
                Optional.empty());
    }

    /**
     * Plans to bring back what is in a backup.
     *
     * @param found what is in the database
     * @param backup the backup, which the plan attaches as {@link BackupContent#ATTACHED}
     * @param content what is in the backup
     * @param models the packages of the application's models
     * @return the plan
     */
    public static Plan undo(Inventory found, Backup backup, BackupContent content, ModelPackages models) {
        return new Plan(
                        found,
                        content.inventory(),
                        found.foreignTo(models),
                        Drops.of(found),
                        Restore.of(backup, content),
                        Restore.checks(content),
                        Optional.empty())
                .then(BookkeepingDdl.broughtBack(content.inventory()));
    }

    /**
     * Plans to put a lock into a database.
     *
     * @param found what is in the database
     * @param reason why
     * @return the statements, for one transaction
     */
    public static List<Statement> protect(Inventory found, String reason) {
        return BookkeepingDdl.protect(found, reason);
    }

    /**
     * Plans to take the lock away again.
     *
     * @param found what is in the database
     * @return the statements, for one transaction; none when there is no lock
     */
    public static List<Statement> unprotect(Inventory found) {
        return BookkeepingDdl.unprotect(found);
    }

    /**
     * Plans to note that the remote was reset too.
     *
     * @param found what is in the database
     * @param epoch names the reset
     * @return the statements, for one transaction; none when the database is another by now
     */
    public static List<Statement> settle(Inventory found, String epoch) {
        return BookkeepingDdl.settle(found, epoch);
    }
}
