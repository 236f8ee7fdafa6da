package consumer;

import consumer.models.Team;
import consumer.models.User;
import dev.schemareset.Confirm;
import dev.schemareset.DatabaseInfo;
import dev.schemareset.Migration;
import dev.schemareset.ResetReport;
import dev.schemareset.SchemaReset;
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
        boolean module = Main.class.getModule().isNamed();
        require(module == arguments[0].equals("as a named module"), "it runs " + arguments[0]);
        require(SchemaReset.class.getModule().isNamed() == module, "SchemaReset runs " + arguments[0]);
        System.out.println(info);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("Not so: " + what);
        }
    }
}
