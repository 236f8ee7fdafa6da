package consumer;

import consumer.models.Team;
import consumer.models.User;
import dev.schemareset.Confirm;
import dev.schemareset.DatabaseInfo;
import dev.schemareset.Migration;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
import dev.schemareset.Undo;
import dev.schemareset.UndoReport;
import dev.schemareset.error.ProtectedDatabaseException;
import dev.schemareset.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Does all that the front door offers, and fails unless it comes out as it should. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("consumer");
        SchemaReset reset = SchemaReset.forPackage("consumer.models")
                .database(directory.resolve("local.db"))
                .migrationsDirectory(directory.resolve("db/migrations/sql"));

        Migration migration = reset.generate();
        Plan plan = reset.plan();
        require(Files.readString(migration.path()).equals(migration.sql()), "the file holds the migration");
        require(migration.plan().equals(plan), "the migration is the plan");
        require(migration.fingerprint().equals(plan.fingerprint()), "the fingerprint is that of the plan");

        ResetReport report = reset.apply(Confirm.YES);
        require(report.created().size() == 3, "two tables and an index are created");

        Jdbi jdbi = reset.jdbi();
        User user = jdbi.inTransaction(handle -> {
            handle.createUpdate("INSERT INTO team (id, name) VALUES (:id, :name)")
                    .bindMethods(new Team(1L, "Blue"))
                    .execute();
            return handle.createQuery("INSERT INTO users (email, team_id) VALUES ('ada@example.org', 1) RETURNING *")
                    .mapTo(User.class)
                    .one();
        });
        require(user.name() == null && user.phone().isEmpty() && user.createdAt() != null, "the row is a record");

        DatabaseInfo info = reset.info();
        require(info.differences().isEmpty(), "the database agrees with the models");
        require(
                SchemaReset.forModels(User.class, Team.class).database(directory.resolve("local.db")).info()
                        .differences().equals(List.of()),
                "models named one by one are the same");
        reset.verify().assertInSync();

        SchemaReset guarded = reset.backups(directory.resolve("backups"), 1);
        guarded.protect("in use");
        require(refused(() -> guarded.apply(Confirm.YES)), "a protected database is not reset");
        guarded.unprotect();
        Undo undo = guarded.apply(Confirm.YES).undo().orElseThrow();
        require(count(jdbi) == 0, "a reset leaves no row");
        UndoReport back = undo.restore(Confirm.YES);
        require(back.restored().size() == 3 && count(jdbi) == 1, "an undo brings all of it back");
        SchemaReset.prohibit("done");
        require(refused(() -> guarded.apply(Confirm.YES)), "nothing is reset where that is prohibited");

        boolean module = Main.class.getModule().isNamed();
        require(module == arguments[0].equals("as a named module"), "it runs " + arguments[0]);
        require(SchemaReset.class.getModule().isNamed() == module, "SchemaReset runs " + arguments[0]);
        System.out.println(info);
    }

    private static int count(Jdbi jdbi) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM users").mapTo(int.class).one());
    }

    private static boolean refused(Runnable reset) {
        try {
            reset.run();
            return false;
        } catch (ProtectedDatabaseException e) {
            return true;
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("Not so: " + what);
        }
    }
}
