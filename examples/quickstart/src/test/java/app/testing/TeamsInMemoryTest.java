package app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import app.models.Team;
import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

class TeamsInMemoryTest {

    private static final SchemaReset MODELS = SchemaReset.forPackage("app.models"); // scanned once for all tests

    private Connection connection;
    private Jdbi jdbi;

    @BeforeEach
    void freshDatabase() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:"); // lives as long as this connection
        SchemaReset reset = MODELS.database(Jdbi.create(connection));
        reset.apply(Confirm.YES);
        jdbi = reset.jdbi(); // the same Jdbi, with foreign keys on and the models known
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
    }

    @RepeatedTest(2)
    void beginsWithoutTeams() {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO teams (name) VALUES ('Blue')"));

        List<Team> teams = jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM teams").mapTo(Team.class).list());
        assertThat(teams).containsExactly(new Team(1L, "Blue"));
    }
}
