package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.models.Team;
import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseTest {

    @Inject
    SchemaReset reset;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void emptyDatabase() {
        assertTrue(reset.verify().isEmpty());
        reset.apply(Confirm.YES);
    }

    @Test
    void readsWhatItWrites() {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO teams (name) VALUES (:name)")
                .bindMethods(new Team(null, "Blue"))
                .execute());

        List<Team> teams =
                jdbi.withHandle(handle -> handle.select("SELECT * FROM teams").mapTo(Team.class).list());

        assertEquals(List.of(new Team(1L, "Blue")), teams);
    }

    @Test
    void enforcesForeignKeys() {
        Exception e = assertThrows(
                Exception.class,
                () -> jdbi.useHandle(handle -> handle.execute("INSERT INTO players (name, team_id) VALUES ('Ada', 7)")));

        assertTrue(e.getMessage().contains("FOREIGN KEY constraint failed"), e.getMessage());
    }
}
