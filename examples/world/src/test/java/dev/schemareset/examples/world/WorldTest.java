package dev.schemareset.examples.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.examples.world.changed.Country;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {

    @TempDir
    private Path directory;

    @Test
    void tellsTheWholeStory() throws IOException {
        String output = runMain();

        assertThat(output)
                .contains("Drops   nothing")
                .contains("Creates 7 tables, 7 indexes")
                .contains("Reset " + directory.resolve("world.db"))
                .contains("agrees with the models")
                .contains("Andorra, Austria, Belgium")
                .contains(
                        "\n- column name of table country is not in the models\n    is:        \"name\" TEXT NOT NULL\n")
                .contains(
                        "\n- column english_name of table country is missing\n    should be: \"english_name\" TEXT NOT NULL\n")
                .containsOnlyOnce("differs");
        assertThat(output.split("world.db agrees with the models.", -1)).hasSize(4);
        assertThat(output.lines()).hasSizeLessThan(140);
        assertThat(migrations())
                .hasSize(2)
                .allSatisfy(file -> assertThat(output).contains(file.toString()));
    }

    @Test
    void runsAgainOverTheDatabaseOfTheLastRun() throws IOException {
        runMain();

        String output = runMain();

        assertThat(output).doesNotContain("Drops   nothing").endsWith("world.db agrees with the models.\n");
        assertThat(output.lines()).hasSizeLessThan(140);
        assertThat(migrations()).hasSize(4);
    }

    @Test
    void theChangedModelsReplaceTheOldOnes() {
        WorldData data = WorldData.fromJdk();
        SchemaReset reset = World.in(directory, SchemaReset.forPackage(World.MODELS));
        reset.apply(Confirm.YES);
        WorldWriter.write(reset.jdbi(), data);
        SchemaReset changed = World.in(directory, ChangedWorld.reset());
        assertThat(changed.verify().toString()).contains("\n- column english_name of table country is missing\n");

        changed.apply(Confirm.YES);
        WorldWriter.writeChanged(changed.jdbi(), data);

        changed.verify().assertInSync();
        assertThat(reset.verify().toString()).contains("\n- column name of table country is missing\n");
        assertThat(columnsOfCountry(changed))
                .contains("english_name", "first_day_of_week")
                .doesNotContain("name");
        assertThat(countries(changed))
                .containsExactlyInAnyOrderElementsOf(ChangedWorld.countries(data))
                .contains(new Country("DE", "DEU", "Germany", "EUR", DayOfWeek.MONDAY));
    }

    private String runMain() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(captured, true, UTF_8)) {
            System.setOut(out);
            World.main(new String[] {directory.toString()});
        } finally {
            System.setOut(before);
        }
        return captured.toString(UTF_8);
    }

    private List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("migrations"))) {
            return files.toList();
        }
    }

    private static List<String> columnsOfCountry(SchemaReset reset) {
        return reset.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT name FROM pragma_table_info('country')")
                        .mapTo(String.class)
                        .list());
    }

    private static List<Country> countries(SchemaReset reset) {
        return reset.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM country")
                        .mapTo(Country.class)
                        .list());
    }
}
