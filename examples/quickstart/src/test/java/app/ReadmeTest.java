package app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Table;
import dev.schemareset.plan.DatabaseObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java snippet of the README stands in a source file here, so it compiles, and a test here runs it. */
class ReadmeTest {

    private static final Path README = Path.of("..", "..", "README.md");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void snippetsAreTakenFromTheSources() throws IOException {
        List<String> sources = sources();

        assertThat(blocks(JAVA_BLOCK))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(snippet -> assertThat(sources)
                        .anySatisfy(source -> assertThat(source).contains(unformatted(snippet))));
    }

    /** The SQL that the README shows for the models is the SQL they make. */
    @Test
    void sqlIsWhatTheModelsMake() throws IOException {
        List<String> shown = blocks(Pattern.compile("```sql\n(.*?);?\n```", Pattern.DOTALL));
        List<String> made = SchemaReset.forPackage("app.models").plan().expected().objects().stream()
                .map(DatabaseObject::sql)
                .toList();

        assertThat(shown).isNotEmpty().isSubsetOf(made);
    }

    /** A record of a type that cannot be a column, for which the error lists those that can. */
    @Table
    record Unsupported(Thread thread) {}

    @Test
    void typesAreThoseThatAreSupported() throws IOException {
        String rows = Files.readString(README).split("### Types\\R\\R", 2)[1].split("\\R\\R", 2)[0];
        List<String> shown = rows.lines()
                .skip(2)
                .flatMap(row -> Pattern.compile("`([^`]+)`")
                        .matcher(row.split("\\|", 4)[1])
                        .results())
                .map(match -> match.group(1))
                .toList();

        assertThatThrownBy(() -> SchemaReset.forModels(Unsupported.class).plan())
                .hasMessageContaining("use one of " + String.join(", ", shown) + ", a primitive, or Optional");
    }

    private static List<String> blocks(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(README))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(unformatted(Files.readString(file)));
            }
        }
        return sources;
    }

    /** Without the layout, which follows other rules in a page than in a source file. */
    private static String unformatted(String code) {
        return code.replaceAll("\\s+", "");
    }
}
