package dev.schemareset;

import static dev.schemareset.support.MemoryLoader.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.model.Advice;
import dev.schemareset.support.CompiledModels;
import dev.schemareset.support.MemoryLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A {@code Nullable} of class retention is read in the class file of the class that is there. Where there is none to be read, that is
 * said where it may matter.
 */
class ClassFileTest {

    private static final String NAME = "app.Note";
    private static final String MARKED = "@lib.Nullable String remark, String text";
    private static final String PLAIN = "String remark, String text";
    private static final ClassLoader APPLICATION = ClassFileTest.class.getClassLoader();

    @TempDir
    private Path directory;

    private Path marked;

    @BeforeEach
    void compile() throws Exception {
        marked = compiled("marked", MARKED);
    }

    private Path compiled(String name, String components) throws Exception {
        Path sources = Files.createDirectories(directory.resolve(name + "-sources"));
        Files.writeString(
                sources.resolve("Nullable.java"),
                "package lib; import java.lang.annotation.*; @Retention(RetentionPolicy.CLASS) public @interface Nullable {}");
        Files.writeString(sources.resolve("Note.java"), """
                package app;
                import dev.schemareset.annotation.Ignore;
                import dev.schemareset.annotation.PrimaryKey;
                import dev.schemareset.annotation.Table;
                @Table("notes") public record Note(@PrimaryKey Long id, %s) {}""".formatted(components));
        Path classes = Files.createDirectories(directory.resolve(name));
        CompiledModels.of(sources, classes);
        return classes;
    }

    private List<String> required(SchemaReset reset) {
        return reset.plan()
                .expected()
                .objects()
                .get(0)
                .sql()
                .lines()
                .filter(line -> line.endsWith("NOT NULL,") || line.endsWith("NOT NULL"))
                .map(line -> line.split("\"", 3)[1])
                .toList();
    }

    private SchemaReset reset(Class<?> model) {
        return SchemaReset.forModels(model).database(directory.resolve("local.db"));
    }

    private static Advice unread(String why, String components) {
        return new Advice(
                NAME,
                "its class file was not read, because " + why
                        + ". A @Nullable that only the class file keeps would not be seen. NOT NULL" + " without it: "
                        + components + ".",
                "mark what may be null with a @Nullable that is kept at run time, such as JSpecify's, or with Optional.");
    }

    @Test
    void loaderThatHandsOutWhatItDefinedFromMemory() {
        byte[] file = bytes(marked, NAME);
        SchemaReset reset = reset(new MemoryLoader(APPLICATION, NAME, file, file).load());

        assertThat(required(reset)).containsExactly("text");
        assertThat(reset.advice()).isEmpty();
    }

    @Test
    void loaderThatHandsOutNothing() {
        SchemaReset reset = reset(new MemoryLoader(APPLICATION, NAME, bytes(marked, NAME), null).load());

        assertThat(required(reset)).containsExactly("remark", "text");
        assertThat(reset.advice()).containsExactly(unread("its class loader does not hand it out", "remark, text"));
    }

    /** Read, the copy would say that no mark is there. */
    @Test
    void loaderWhoseParentHasAnOlderCopy() throws Exception {
        Path older = compiled("older", PLAIN);
        try (URLClassLoader parent = new URLClassLoader(new URL[] {older.toUri().toURL()}, APPLICATION)) {
            SchemaReset reset = reset(new MemoryLoader(parent, NAME, bytes(marked, NAME), null).load());

            assertThat(required(reset)).containsExactly("remark", "text");
            assertThat(reset.advice())
                    .containsExactly(unread(
                            "its class loader hands out a copy that the class was not made from", "remark, text"));
        }
    }

    /** As a loader for development does that takes the application's classes before its parent. */
    @Test
    void loaderThatDefinesFromTheSameFileAsItsParent() throws Exception {
        URL[] place = {marked.toUri().toURL()};
        try (URLClassLoader parent = new URLClassLoader(place, APPLICATION);
                URLClassLoader child = new ChildFirst(place, parent)) {
            Class<?> model = child.loadClass(NAME);

            assertThat(model.getClassLoader()).isSameAs(child);
            assertThat(required(reset(model))).containsExactly("text");
        }
    }

    @Test
    void loaderThatHandsOutAnotherVersion() throws Exception {
        byte[] other = bytes(compiled("other", "@lib.Nullable String remark, int text"), NAME);
        SchemaReset reset = reset(new MemoryLoader(APPLICATION, NAME, bytes(marked, NAME), other).load());

        assertThat(required(reset)).containsExactly("remark", "text");
        assertThat(reset.advice())
                .containsExactly(
                        unread("its class loader hands out that of another version of the class", "remark, text"));
    }

    @Test
    void loaderThatHandsOutWhatIsNoClassFile() {
        SchemaReset reset = reset(new MemoryLoader(APPLICATION, NAME, bytes(marked, NAME), new byte[3]).load());

        assertThat(reset.advice())
                .containsExactly(unread(
                        "reading it failed: java.lang.ArrayIndexOutOfBoundsException: Index 6 out of bounds for length 3",
                        "remark, text"));
    }

    @Test
    void loaderThatFails() {
        byte[] file = bytes(marked, NAME);
        ClassLoader stopped = new ClassLoader(APPLICATION) {
            @Override
            protected Class<?> findClass(String name) {
                return defineClass(name, file, 0, file.length);
            }

            @Override
            public InputStream getResourceAsStream(String name) {
                throw new IllegalStateException("stopped");
            }
        };

        assertThat(reset(load(stopped)).advice())
                .containsExactly(unread("reading it failed: java.lang.IllegalStateException: stopped", "remark, text"));
    }

    private static Class<?> load(ClassLoader loader) {
        try {
            return loader.loadClass(NAME);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Its parts are where they have been since there are records. */
    @Test
    void classFileOfAJavaThatIsYetToCome() {
        byte[] later = bytes(marked, NAME);
        later[6] = 1;
        SchemaReset reset = reset(new MemoryLoader(APPLICATION, NAME, bytes(marked, NAME), later).load());

        assertThat(required(reset)).containsExactly("text");
        assertThat(reset.advice()).isEmpty();
    }

    @Test
    void nothingIsSaidWhereItCannotMatter() throws Exception {
        Path sure = compiled(
                "sure",
                "int count, java.util.Optional<String> phone, @org.jspecify.annotations.Nullable String name, @Ignore"
                        + " @org.jspecify.annotations.Nullable String cached");
        SchemaReset reset = reset(new MemoryLoader(APPLICATION, NAME, bytes(sure, NAME), null).load());

        assertThat(required(reset)).containsExactly("count");
        assertThat(reset.advice()).isEmpty();
    }

    @Test
    void classesOfOneNameFromTwoLoaders() throws Exception {
        byte[] plain = bytes(compiled("plain", PLAIN), NAME);
        byte[] file = bytes(marked, NAME);

        assertThat(required(reset(new MemoryLoader(APPLICATION, NAME, plain, plain).load())))
                .containsExactly("remark", "text");
        assertThat(required(reset(new MemoryLoader(APPLICATION, NAME, file, file).load())))
                .containsExactly("text");
    }

    @Test
    void jarWithAVersionForThisJava() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        Path jar = directory.resolve("models.jar");
        byte[] base = bytes(compiled("base", PLAIN), NAME);
        try (JarOutputStream content = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            content.putNextEntry(new ZipEntry("app/Note.class"));
            content.write(base);
            content.putNextEntry(new ZipEntry("META-INF/versions/17/app/Note.class"));
            content.write(bytes(marked, NAME));
        }

        assertThat(required(ofPackage(new URLClassLoader(new URL[] {jar.toUri().toURL()}, APPLICATION))))
                .containsExactly("text");
    }

    /** The class that the thread's loader sees, not that of its parent. */
    @Test
    void packageOfWhichTwoCopiesAreThere() throws Exception {
        Path older = compiled("older", PLAIN);
        try (URLClassLoader parent = new URLClassLoader(new URL[] {older.toUri().toURL()}, APPLICATION)) {
            assertThat(required(
                            ofPackage(new ChildFirst(new URL[] {marked.toUri().toURL()}, parent))))
                    .containsExactly("text");
        }
    }

    /** Scans the package while the thread has a loader, and closes that. */
    private SchemaReset ofPackage(URLClassLoader loader) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (loader) {
            thread.setContextClassLoader(loader);
            SchemaReset reset = SchemaReset.forPackage("app").database(directory.resolve("local.db"));
            assertThat(reset.advice()).isEmpty();
            return reset;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Finds the models itself, and all else with its parent. */
    private static final class ChildFirst extends URLClassLoader {

        ChildFirst(URL[] places, ClassLoader parent) {
            super(places, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && name.startsWith("app.")) {
                return findClass(name);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }

        @Override
        public @Nullable URL getResource(String name) {
            URL found = findResource(name);
            return found == null ? super.getResource(name) : found;
        }
    }
}
