package app.start;

import app.models.Team;
import app.models.User;
import dev.schemareset.Confirm;
import dev.schemareset.Migration;
import dev.schemareset.SchemaReset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

public class Begin {
    public static void main(String[] args) {
        SchemaReset reset = SchemaReset.forPackage("app.models"); // and its sub-packages

        Migration migration = reset.generate(); // writes a file, changes nothing
        System.out.println(migration);
        System.out.println(migration.sql());

        System.out.println(reset.apply(Confirm.YES)); // drops all, creates it again, in one transaction

        Jdbi jdbi = reset.jdbi();
        jdbi.useTransaction(handle -> {
            handle.createUpdate("INSERT INTO teams (name) VALUES (:name)")
                    .bindMethods(new Team(null, "Blue"))
                    .execute();
            handle.execute("INSERT INTO users (email, team_id, role) VALUES (?, ?, ?)", "ada@example.org", 1, "ADMIN");
        });
        List<User> users = jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM users").mapTo(User.class).list());
        System.out.println(users);

        System.out.println(reset.info());
    }
}
