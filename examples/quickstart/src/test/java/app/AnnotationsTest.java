package app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Table;
import dev.schemareset.plan.DatabaseObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the tables of the page about models, what a row says to write stands in a model, and that model makes the SQL beside it. */
class AnnotationsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final List<DatabaseObject> MADE = SchemaReset.forPackages("app.annotated", "app.hotel", "app.models")
            .plan()
            .expected()
            .objects();

    record Row(List<String> write, List<String> sql) {}

    private record Model(String source, String sql) {}

    static List<Row> rows() throws IOException {
        return Stream.of(Page.of("docs/models.md").text().split("\\R\\R"))
                .filter(paragraph -> paragraph.startsWith("| Write | SQL |"))
                .flatMap(table -> table.lines().skip(2))
                .map(line -> line.split(" \\| "))
                .map(cells -> new Row(code(cells[0]), code(cells[1])))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void modelMakesIt(Row row) throws Exception {
        assertThat(row.write()).hasSize(1);
        assertThat(row.sql()).isNotEmpty();
        assertThat(models()).anySatisfy(model -> {
            assertThat(model.source()).contains(row.write());
            assertThat(model.sql()).contains(row.sql());
        });
    }

    private static List<Model> models() throws IOException, ClassNotFoundException {
        List<Model> models = new ArrayList<>();
        for (String name : List.of("annotated", "hotel", "models")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve("app").resolve(name))) {
                for (Path file : files.toList()) {
                    models.add(new Model(unformatted(Files.readString(file)), sql(classOf(file))));
                }
            }
        }
        return models;
    }

    private static Class<?> classOf(Path file) throws ClassNotFoundException {
        String path = SOURCES.relativize(file).toString();
        return Class.forName(path.replaceFirst("\\.java$", "").replaceAll("[/\\\\]", "."));
    }

    private static String sql(Class<?> type) {
        Table model = type.getAnnotation(Table.class);
        if (model == null) {
            return "";
        }
        List<DatabaseObject> objects = model.value().isEmpty()
                ? SchemaReset.forModels(type).plan().expected().objects()
                : MADE.stream()
                        .filter(object -> object.table().toString().equals(model.value()))
                        .toList();
        return objects.stream().map(object -> unformatted(object.sql())).collect(joining(";"));
    }

    private static List<String> code(String cell) {
        return Pattern.compile("`([^`]+)`")
                .matcher(cell)
                .results()
                .map(match -> unformatted(match.group(1)))
                .toList();
    }

    private static String unformatted(String code) {
        return code.replaceAll("\\s+", "");
    }
}
