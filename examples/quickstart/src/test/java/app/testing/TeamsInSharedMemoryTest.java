package app.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.error.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsInSharedMemoryTest {

    private static final SchemaReset MODELS = SchemaReset.forPackage("app.models");
    private static final String URL = "jdbc:sqlite:file:teams?mode=memory&cache=shared";

    private Connection held;
    private SchemaReset reset;

    @BeforeEach
    void freshDatabase() throws SQLException {
        held = DriverManager.getConnection(URL); // the database ends with its last connection: hold one open
        reset = MODELS.database(URL);
        reset.apply(Confirm.YES);
    }

    @AfterEach
    void end() throws SQLException {
        held.close();
    }

    @Test
    void allConnectionsShareIt() {
        reset.jdbi().useHandle(handle -> handle.execute("INSERT INTO teams (name) VALUES ('Blue')"));

        List<String> names = reset.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT name FROM teams")
                        .mapTo(String.class)
                        .list());
        assertThat(names).containsExactly("Blue");
    }

    @Test
    void nobodyHoldsIt() throws SQLException {
        held.close();

        assertThatThrownBy(() -> reset.apply(Confirm.YES)).isInstanceOf(UnusableDatabaseException.class);
    }
}
