package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.NoSuchMapperException;
import org.jdbi.v3.core.mapper.reflect.ReflectionMappers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows become models without being told how, by the names of their columns. */
class ModelMapperTest {

    private final Handle handle = Jdbi.create("jdbc:sqlite::memory:")
            .installPlugin(new SchemaResetPlugin())
            .open();

    @AfterEach
    void close() {
        handle.close();
    }

    @Table
    public record Plain(long id, String fullName) {
        public Plain(String fullName) {
            this(0, fullName);
        }
    }

    public record NoModel(long id) {}

    @Table
    public record Renamed(
            @Column("ID of it") long id,
            @Column("swapped") String kept,
            @Column("kept") String swapped,
            @Column(type = "ANY") String typed) {}

    public record Geo(@Column("lat°") double latitude, double longitude) {}

    public record Address(
            @Column("zip") String postCode,
            String street,
            @Nested("at_") Geo geo) {}

    @Table
    public record Person(
            long id,
            @Nested("homeAddress") Address home,
            @Nested("work") Optional<Address> work,
            @Nested Since since) {}

    public record Since(@Column("t") Instant createdAt) {}

    @Test
    void modelNeedsNoRegistration() {
        assertThat(one("SELECT 1 AS id, 'Ada' AS full_name", Plain.class)).isEqualTo(new Plain(1, "Ada"));
        assertThat(one("SELECT 1 AS ID, 'Ada' AS fullName", Plain.class)).isEqualTo(new Plain(1, "Ada"));
        assertThatThrownBy(() -> one("SELECT 1 AS id", NoModel.class)).isInstanceOf(NoSuchMapperException.class);
    }

    @Test
    void mapperOfTheApplicationWins() {
        handle.registerRowMapper(Plain.class, (row, context) -> new Plain("mine"));

        assertThat(one("SELECT 1 AS id", Plain.class)).isEqualTo(new Plain("mine"));
    }

    @Test
    void columnsAreFoundByTheirNames() {
        assertThat(one("SELECT 'd' AS typed, 'c' AS kept, 'b' AS SWAPPED, 1 AS \"id of IT\"", Renamed.class))
                .isEqualTo(new Renamed(1, "b", "c", "d"));
    }

    @Test
    void columnsAreFoundInManyRows() {
        assertThat(handle.createQuery(
                                "SELECT column1 AS \"ID of it\", 'b' AS swapped, 'c' AS kept, NULL AS typed FROM (VALUES (1), (2))")
                        .mapTo(Renamed.class)
                        .list())
                .extracting(Renamed::id)
                .containsExactly(1L, 2L);
    }

    @Test
    void columnsOfNestedRecordsAreFound() {
        String query = "SELECT 1 AS id, '1010' AS home_address_zip, 'Ring' AS home_address_street,"
                + " 1.5 AS \"home_address_at_lat°\", 2.5 AS home_address_at_longitude, '2001-02-03 04:05:06' AS t";
        Address home = new Address("1010", "Ring", new Geo(1.5, 2.5));
        Address work = new Address("1020", "Platz", new Geo(3.5, 4.5));

        assertThat(one(
                        query
                                + ", '1020' AS work_zip, 'Platz' AS WORK_STREET, 3.5 AS \"work_at_lat°\", 4.5 AS work_at_longitude",
                        Person.class))
                .isEqualTo(new Person(1, home, Optional.of(work), new Since(Instant.parse("2001-02-03T04:05:06Z"))));
    }

    @Test
    void columnThatIsMissingIsTold() {
        assertThatThrownBy(() -> one("SELECT 1 AS \"ID of it\", 'b' AS swapped, NULL AS typed", Renamed.class))
                .hasMessageContaining("parameter '[swapped]' has no matching columns");
    }

    @Test
    void strictMatchingKnowsTheNames() {
        handle.getConfig(ReflectionMappers.class).setStrictMatching(true);

        assertThat(one("SELECT 'd' AS typed, 'c' AS kept, 'b' AS swapped, 1 AS \"ID of it\"", Renamed.class))
                .isEqualTo(new Renamed(1, "b", "c", "d"));
        assertThatThrownBy(() -> one(
                        "SELECT 'd' AS typed, 'c' AS kept, 'b' AS swapped, 1 AS \"ID of it\", 2 AS more",
                        Renamed.class))
                .hasMessageContaining("could not match parameters for columns: [more]");
    }

    /** In Turkish, the lower case of I is no i. */
    @Test
    void languageOfTheSystemDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr"));

            assertThat(one("SELECT 1 AS \"ID of it\", 'b' AS swapped, 'c' AS kept, 'd' AS typed", Renamed.class)
                            .id())
                    .isEqualTo(1);
            assertThat(one("SELECT '1' AS i_am", Turkish.class)).isEqualTo(new Turkish("1"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Table
    public record Turkish(@Column("i_am") String NAMEIT) {}

    private <T> T one(String query, Class<T> model) {
        return handle.createQuery(query).mapTo(model).one();
    }
}
