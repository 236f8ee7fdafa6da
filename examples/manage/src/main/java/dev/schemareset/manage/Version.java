package dev.schemareset.manage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build writes down, so that nobody has to keep it up to date here. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream file = requireNonNull(Version.class.getResourceAsStream("version.txt"))) {
            return new String[] {new String(file.readAllBytes(), UTF_8).strip()};
        }
    }
}
