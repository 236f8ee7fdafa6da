package app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code of the documentation stands in a source file that the build compiles: of this module, or of a project that the build runs by
 * itself. The layout may differ.
 */
class SnippetsTest {

    private static final List<Path> ROOTS = List.of(Path.of("src"), Path.of("..", "..", "core", "src", "it"));

    /** Two of these are the same table, before and after a change. */
    private static final List<SchemaReset> MODELS = List.of(
            SchemaReset.forPackages("app.models", "app.hotel"),
            SchemaReset.forModels(First.Task.class),
            SchemaReset.forModels(Second.Task.class));

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaIsCompiled(Page page) throws IOException {
        assertSources(page, "java", ".java");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void kotlinIsCompiled(Page page) throws IOException {
        assertSources(page, "kotlin", ".kt");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void xmlIsOfAProjectThatTheBuildRuns(Page page) throws IOException {
        assertSources(page, "xml", "pom.xml");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void propertiesAreThoseOfAProjectThatTheBuildRuns(Page page) throws IOException {
        assertSources(page, "properties", ".properties");
    }

    /** What the documentation shows for the models is what they make. */
    @ParameterizedTest
    @MethodSource("pages")
    void sqlIsWhatTheModelsMake(Page page) {
        List<String> made = MODELS.stream()
                .flatMap(models -> models.plan().expected().objects().stream())
                .map(object -> unformatted(object.sql() + ";"))
                .toList();

        assertThat(page.blocks("sql"))
                .allSatisfy(block -> assertThat(statements(block))
                        .allSatisfy(statement -> assertThat(made).contains(unformatted(statement))));
    }

    private static List<String> statements(String block) {
        return Stream.of(block.split("(?<=;)\n")).toList();
    }

    private static void assertSources(Page page, String language, String ending) throws IOException {
        List<String> sources = sources(ending);

        assertThat(page.blocks(language))
                .allSatisfy(snippet -> assertThat(sources)
                        .as(page + " shows\n" + snippet)
                        .anySatisfy(source -> assertThat(source).contains(unformatted(snippet))));
    }

    private static List<String> sources(String ending) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(ending)).toList()) {
                    sources.add(unformatted(Files.readString(file)));
                }
            }
        }
        return sources;
    }

    private static String unformatted(String code) {
        return code.replaceAll("\\s+", "");
    }
}
