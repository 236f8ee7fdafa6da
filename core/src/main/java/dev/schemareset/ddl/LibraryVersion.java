package dev.schemareset.ddl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The version that the build wrote down, read when it is first asked for. */
final class LibraryVersion {

    private static final class Read {
        private static final String VERSION = read();
    }

    private LibraryVersion() {}

    static String get() {
        return Read.VERSION;
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(LibraryVersion.class.getResourceAsStream("version.txt"))) {
            return new String(file.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
