package dev.schemareset;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.support.CompiledModels;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java as people start it: {@code java First.java} and JShell, whose classes are in no file, and a named module. The tools are those of
 * the JDK in use.
 */
class JavaToolsTest {

    /** What an application needs beside this library. */
    private static final Predicate<String> DEPENDENCY = Pattern.compile(
                    "(jdbi3-core|jdbi3-sqlite|sqlite-jdbc|classgraph|asm|jspecify|geantyref|slf4j-api|slf4j-nop)-[0-9][^/\\\\]*\\.jar$")
            .asPredicate();

    private static final String IMPORTS = """
            import dev.schemareset.SchemaReset;
            import dev.schemareset.annotation.PrimaryKey;
            import dev.schemareset.annotation.Table;
            """;
    private static final String MODEL =
            "@Table public record Note(@PrimaryKey Long id, @lib.Nullable String remark, String text) {}";
    private static final String PRINT_TABLE =
            "System.out.println(SchemaReset.forModels(Note.class).plan().expected().objects().get(0).sql());"
                    + "System.out.println(SchemaReset.forModels(Note.class).advice());";
    private static final String TABLE = """
            CREATE TABLE "note" (
              "id" INTEGER NOT NULL PRIMARY KEY,
              "remark" TEXT,
              "text" TEXT NOT NULL
            ) STRICT
            []
            """;

    @TempDir
    private Path directory;

    private Path library;

    @BeforeEach
    void library() throws Exception {
        Path source =
                Files.createDirectories(directory.resolve("library-sources")).resolve("Nullable.java");
        Files.writeString(
                source,
                "package lib; import java.lang.annotation.*; @Retention(RetentionPolicy.CLASS) public @interface Nullable {}");
        library = Files.createDirectory(directory.resolve("library"));
        CompiledModels.of(source.getParent(), library);
    }

    private static Stream<String> runTime() throws Exception {
        Path mine = Path.of(SchemaReset.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Stream.concat(
                Stream.of(mine.toString()),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(DEPENDENCY));
    }

    private String classPath(Predicate<String> with) throws Exception {
        return Stream.concat(runTime().filter(with), Stream.of(library.toString()))
                .collect(joining(File.pathSeparator));
    }

    /** Runs a tool to its good end, and returns what it prints. */
    private String run(Path input, String tool, String... arguments) throws Exception {
        Path output = directory.resolve("output.txt");
        Path errors = directory.resolve("errors.txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }

    private String runSource(Predicate<String> with, String name, String source) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        return run(file, "java", "-cp", classPath(with), file.toString());
    }

    /** And nothing of ClassGraph is needed, or started. */
    @Test
    void sourceFile() throws Exception {
        assertThat(runSource(entry -> !entry.contains("classgraph"), "First.java", """
                        %s
                        public class First {
                            %s
                            public static void main(String[] arguments) { %s }
                        }""".formatted(
                                IMPORTS, MODEL, PRINT_TABLE)))
                .isEqualTo(TABLE);
    }

    @Test
    void packageOfASourceFile() throws Exception {
        assertThat(runSource(entry -> true, "app/First.java", """
                        package app;
                        %s
                        public class First {
                            %s
                            public static void main(String[] arguments) {
                                try {
                                    SchemaReset.forPackage("app").plan();
                                } catch (dev.schemareset.error.InvalidSchemaException e) {
                                    e.problems().forEach(System.out::println);
                                }
                            }
                        }""".formatted(IMPORTS, MODEL)))
                .isEqualTo(
                        "Problem[where=app, what=no model was found in it or in a sub-package. Scanned classes: 0; records without"
                                + " @Table: none., fix=check the name of the package, and that its classes are on the class path or module"
                                + " path. Models that are only in memory, as with java First.java or JShell, are not found: name them with"
                                + " forModels(...).]\n");
    }

    @Test
    void jshell() throws Exception {
        Path input = Files.writeString(directory.resolve("input.txt"), """
                %s
                %s
                %s
                """.formatted(
                        IMPORTS, MODEL, PRINT_TABLE.replace(";System", ";\nSystem")));

        assertThat(run(
                        input,
                        "jshell",
                        "-J-Djava.util.prefs.userRoot=" + directory,
                        "--class-path",
                        classPath(entry -> true),
                        "-s",
                        "-"))
                .isEqualTo(TABLE);
    }

    /** A row without a remark goes in, so the mark was read in each package. Jdbi itself is asked whether it can read the row. */
    @Test
    void namedModule() throws Exception {
        String modulePath = runTime().collect(joining(File.pathSeparator));
        Path sources = Path.of("src", "test", "resources", "module");
        Path classes = directory.resolve("module");
        String[] options = {"-proc:none", "-d", classes.toString(), "--module-path", modulePath};
        int exit = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        Stream.concat(Stream.of(options), files(sources)).toArray(String[]::new));
        assertThat(exit).isZero();

        String models = "exported.Open exported.Hidden opened.Open opened.Hidden closed.Open closed.Hidden";
        String path = modulePath + File.pathSeparator + classes;
        assertThat(run(
                        sources.resolve("module-info.java"),
                        "java",
                        Stream.concat(
                                        Stream.of("--module-path", path, "-m", "app/app.Main"),
                                        Stream.of(models.split(" ")))
                                .toArray(String[]::new)))
                .isEqualTo("""
                        exported.Open
                        read: Open[id=1, remark=null]
                        exported.Hidden
                        Jdbi cannot make it from a row: the module app does not open its package to Jdbi. write "opens exported;" \
                        into module-info.java.
                        HIDDEN
                        not read
                        opened.Open
                        read: Open[id=1, remark=null]
                        opened.Hidden
                        HIDDEN
                        read: Hidden[id=1, remark=null]
                        closed.Open
                        Jdbi cannot make it from a row: the module app does not open its package to Jdbi. write "opens closed;" \
                        into module-info.java, or "exports closed;".
                        not read
                        closed.Hidden
                        Jdbi cannot make it from a row: the module app does not open its package to Jdbi. write "opens closed;" \
                        into module-info.java.
                        HIDDEN
                        not read
                        """.replace(
                                "HIDDEN",
                                "it is not public, and Jdbi's bindMethods says \"Missing named parameter\" for :id, :remark. "
                                        + "make it public,"
                                        + " or bind each value with bind(...)."));
    }

    private static Stream<String> files(Path sources) throws Exception {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(Path::toString).filter(name -> name.endsWith(".java")).toList().stream();
        }
    }
}
