package app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.models.Team;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:sqlite:target/test.db?foreign_keys=true&journal_mode=WAL", // not the application's
            "app.reset=true"
        })
class ApplicationTest {

    @Autowired
    private SchemaReset reset;

    @Autowired
    private Jdbi jdbi;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private HikariDataSource pool;

    @BeforeEach
    void emptyDatabase() {
        reset.apply(Confirm.YES);
    }

    @Test
    void jdbcTemplateReadsWhatJdbiWrites() {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO teams (name) VALUES (:name)")
                .bindMethods(new Team(null, "Blue"))
                .execute());

        assertThat(template.queryForList("SELECT name FROM teams", String.class)).containsExactly("Blue");
    }

    @Test
    void jdbiTakesPartInTheTransactionsOfSpring() {
        transaction.executeWithoutResult(status -> {
            jdbi.useHandle(handle -> handle.execute("INSERT INTO teams (name) VALUES ('Blue')"));
            assertThat(teams()).isOne();
            status.setRollbackOnly();
        });

        assertThat(teams()).isZero();
    }

    private Integer teams() {
        return template.queryForObject("SELECT count(*) FROM teams", Integer.class);
    }

    @Test
    void everyConnectionOfThePoolEnforcesForeignKeys() throws Exception {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                Connection connection = pool.getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute("INSERT INTO players (name, team_id) VALUES ('Ada', 7)"))
                            .hasMessageContaining("FOREIGN KEY constraint failed");
                    assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1))
                            .isEqualTo("wal");
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(all).hasSize(10);
        assertThat(reset.info().database().notes()).isEmpty();
    }
}
