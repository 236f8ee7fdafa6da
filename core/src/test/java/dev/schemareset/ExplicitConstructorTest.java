package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.jdbi.v3.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Jdbi's annotations count where Jdbi reads them: on the parameters of the constructor, which need not be those of the components. */
class ExplicitConstructorTest {

    record Street(String name, int number) {
        Street(@PropagateNull @ColumnName("street") String name, int number) {
            this.name = name;
            this.number = number;
        }
    }

    @Table
    record House(@PrimaryKey Long id, @Nullable Street at, List<String> tags) {
        House(Long id, @Nested("at") @Nullable Street at, @Json List<String> tags) {
            this.id = id;
            this.at = at;
            this.tags = tags;
        }

        @Override
        @Json
        public List<String> tags() {
            return tags;
        }
    }

    @Test
    void annotationsOnTheParametersAlone() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            SchemaReset reset = SchemaReset.forModels(House.class).database(Jdbi.create(connection));
            assertThat(reset.plan().creates().get(0).sql()).isEqualTo("""
                    CREATE TABLE "house" (
                      "id" INTEGER NOT NULL PRIMARY KEY,
                      "at_street" TEXT,
                      "at_number" INTEGER,
                      "tags" TEXT NOT NULL CHECK (json_valid("tags"))
                    ) STRICT""");

            reset.apply(Confirm.YES);
            Jdbi jdbi = reset.jdbi().installPlugin(new Jackson2Plugin());
            List<House> houses = jdbi.withHandle(handle -> {
                handle.execute("INSERT INTO house VALUES (1, 'Main Street', 7, '[\"red\"]'), (2, NULL, NULL, '[]')");
                return handle.select("SELECT * FROM house ORDER BY id")
                        .mapTo(House.class)
                        .list();
            });
            assertThat(houses)
                    .containsExactly(
                            new House(1L, new Street("Main Street", 7), List.of("red")),
                            new House(2L, null, List.of()));
        }
    }
}
