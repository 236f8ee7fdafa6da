package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.Generated;
import dev.schemareset.annotation.Ignore;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.jdbi.v3.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records whose components are not columns one to one are written and read all the same. */
class MappingTest {

    @TempDir
    private Path directory;

    private Jdbi database(Class<?>... models) {
        SchemaReset reset = SchemaReset.forModels(models).database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        return reset.jdbi();
    }

    private static <T> List<T> all(Handle handle, String table, Class<T> model) {
        return handle.createQuery("SELECT * FROM " + table + " ORDER BY id")
                .mapTo(model)
                .list();
    }

    public record Position(double latitude, @Column("long") double longitude) {}

    public record Address(
            @PropagateNull String street,
            @Column("postal code") @Nullable String postcode,
            @Nested("at") Position position) {}

    @Table
    public record Person(
            @PrimaryKey long id,
            @Column("Full.Name") String name,
            @Nested("home") Address home,
            @Nested("work_") @Nullable Address work,
            @Nested("bill.to") Optional<Address> billTo) {

        public @Nullable Address billToOrNull() {
            return billTo.orElse(null);
        }
    }

    @Test
    void nestedRecordsComeBack() {
        Address here = new Address("Main St 1", null, new Position(1.5, -2.5));
        Address there = new Address("Side St 2", "x", new Position(0, 180));
        List<Person> people = List.of(
                new Person(1, "Ada", here, there, Optional.of(there)),
                new Person(2, "Bob", there, null, Optional.empty()));

        try (Handle handle = database(Person.class).open()) {
            for (Person person : people) {
                handle.createUpdate("""
                        INSERT INTO person VALUES (:id, :name,
                          :home.street, :home.postcode, :home.position.latitude, :home.position.longitude,
                          :work?.street, :work?.postcode, :work?.position.latitude, :work?.position.longitude,
                          :billToOrNull?.street, :billToOrNull?.postcode,
                          :billToOrNull?.position.latitude, :billToOrNull?.position.longitude)""").bindMethods(person).execute();
            }

            assertThat(all(handle, "person", Person.class)).isEqualTo(people);
            assertThat(handle.createQuery(
                                    "SELECT count(*) FROM person WHERE work_street IS NULL AND bill_to_at_long IS NULL")
                            .mapTo(int.class)
                            .one())
                    .isEqualTo(1);
        }
    }

    public record Part(String name, int size) {}

    @Table
    public record Document(
            @PrimaryKey long id,
            @Json List<String> tags,
            @Json Map<String, List<Part>> parts,
            @Json @Nullable Part first) {}

    @Test
    void jsonComesBack() {
        Part part = new Part("it's \uD83D\uDE00 \"quoted\"", 3);
        List<Document> documents = List.of(
                new Document(1, List.of(), Map.of(), null),
                new Document(2, List.of("a", ""), Map.of("k", List.of(part, part)), part));

        Jdbi jdbi = database(Document.class).installPlugin(new Jackson2Plugin());
        try (Handle handle = jdbi.open()) {
            for (Document document : documents) {
                handle.createUpdate("INSERT INTO document VALUES (:id, :tags, :parts, :first)")
                        .bindMethods(document)
                        .execute();
            }

            assertThat(all(handle, "document", Document.class)).isEqualTo(documents);
            assertThat(handle.createQuery("SELECT parts ->> '$.k[1].size' FROM document WHERE id = 2")
                            .mapTo(int.class)
                            .one())
                    .isEqualTo(3);
            assertThatThrownBy(() -> handle.execute("INSERT INTO document VALUES (3, 'no JSON', '{}', NULL)"))
                    .hasMessageContaining("CHECK constraint failed: json_valid(\"tags\")");
        }
    }

    @Table
    public record Pixel(
            @PrimaryKey long id, @Column(type = "INTEGER") Color color) {}

    private static final class ColorArgument extends AbstractArgumentFactory<Color> {
        ColorArgument() {
            super(java.sql.Types.INTEGER);
        }

        @Override
        protected Argument build(Color value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setInt(position, value.getRGB());
        }
    }

    @Test
    void typesOfTheUsersOwnComeBack() {
        List<Pixel> pixels = List.of(new Pixel(1, Color.RED), new Pixel(2, new Color(1, 2, 3, 4)));

        Jdbi jdbi = database(Pixel.class)
                .registerArgument(new ColorArgument())
                .registerColumnMapper(Color.class, (row, column, context) -> new Color(row.getInt(column), true));
        try (Handle handle = jdbi.open()) {
            for (Pixel pixel : pixels) {
                handle.createUpdate("INSERT INTO pixel VALUES (:id, :color)")
                        .bindMethods(pixel)
                        .execute();
            }

            assertThat(all(handle, "pixel", Pixel.class)).isEqualTo(pixels);
        }
    }

    @Table
    public record Line(
            @PrimaryKey long id,
            int price,
            int quantity,
            @Generated("price * quantity") int total,
            @Ignore @Nullable Object cache) {}

    @Test
    void whatSqliteComputesIsReadAndWhatIsIgnoredIsNull() {
        try (Handle handle = database(Line.class).open()) {
            handle.createUpdate("INSERT INTO line (id, price, quantity) VALUES (:id, :price, :quantity)")
                    .bindMethods(new Line(1, 3, 7, 0, "cached"))
                    .execute();

            assertThat(all(handle, "line", Line.class)).containsExactly(new Line(1, 3, 7, 21, null));
        }
    }

    @Table
    public record Order(
            @PrimaryKey long id, @Column("person_name") String owner) {}

    /** A column of another table may have the name that a component would have had. */
    @Test
    void renamedColumnOfAJoinIsFound() {
        try (Handle handle = database(Order.class).open()) {
            handle.execute("INSERT INTO \"order\" VALUES (1, 'Ada')");

            assertThat(handle.createQuery("SELECT o.id, o.PERSON_NAME, 5 AS owner FROM \"order\" AS o")
                            .mapTo(Order.class)
                            .list())
                    .containsExactly(new Order(1, "Ada"));
        }
    }

    @Table
    public record Cached(
            @PrimaryKey long id,
            @Ignore @Nullable String note,
            @Column(type = "ANY") boolean flag) {}

    @Test
    void ignoredComponentIsNotFilledByAnotherTable() {
        try (Handle handle = database(Cached.class).open()) {
            handle.createUpdate("INSERT INTO cached VALUES (:id, :flag)")
                    .bindMethods(new Cached(1, null, true))
                    .execute();

            assertThat(handle.createQuery("SELECT cached.*, 'of another' AS note FROM cached")
                            .mapTo(Cached.class)
                            .list())
                    .containsExactly(new Cached(1, null, true));
        }
    }
}
