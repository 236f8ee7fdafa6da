package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.support.CompiledModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example in the Javadoc of each annotation compiles, and makes the SQL beside it. */
class AnnotationExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?) \\* }</pre>", Pattern.DOTALL);

    private static final String IMPORTS =
            "import dev.schemareset.annotation.*; import java.time.*; import org.jspecify.annotations.Nullable;\n";

    @TempDir
    private Path directory;

    static Stream<Path> annotations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/schemareset/annotation"))) {
            return files.sorted().toList().stream().filter(file -> {
                String name = file.getFileName().toString();
                return !name.equals("package-info.java") && !name.equals("ForeignKeyAction.java");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void exampleMakesTheSqlBesideIt(Path annotation) throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(annotation))
                .results()
                .map(example -> example.group(1).replaceAll("(?m)^ \\* ?", ""))
                .toList();
        assertThat(examples).hasSize(2);
        Path sources = Files.createDirectory(directory.resolve("sources"));
        Files.writeString(
                sources.resolve("Example.java"),
                "package example;\n" + IMPORTS + "public class Example {\n" + examples.get(0) + "}\n");

        List<String> made = CompiledModels.of(sources, Files.createDirectory(directory.resolve("classes")))
                .onClassPath(() -> SchemaReset.forPackage("example").plan().expected().objects().stream()
                        .map(DatabaseObject::sql)
                        .toList());

        assertThat(examples.get(1).split(";\n")).isNotEmpty().isSubsetOf(made);
    }
}
