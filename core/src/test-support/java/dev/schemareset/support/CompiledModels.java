package dev.schemareset.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Models that are compiled when a test runs, as if an application had them on its class path. */
public final class CompiledModels {

    private final Path classes;

    private CompiledModels(Path classes) {
        this.classes = classes;
    }

    /** Compiles every source file below a directory. */
    public static CompiledModels of(Path sources, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
                Stream<Path> content = Files.walk(sources)) {
            List<Path> java = content.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            List<String> options = List.of("-d", classes.toString(), "-proc:none", "-Xlint:-options");
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as("the models of %s compile", sources).isTrue();
            return new CompiledModels(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something while the models are on the class path of this thread. */
    public <T> T onClassPath(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
