package app;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:sqlite:file:app?mode=memory&cache=shared&foreign_keys=true",
            "app.reset=true"
        })
class MemoryTest {

    @Autowired
    private Jdbi jdbi;

    @Autowired
    private JdbcTemplate template;

    @Test
    void allConnectionsShareOneDatabaseInMemory() {
        jdbi.useHandle(writer -> {
            writer.execute("INSERT INTO teams (name) VALUES ('Blue')");
            assertThat(template.queryForList("SELECT name FROM teams", String.class)).containsExactly("Blue");
        });
    }
}
