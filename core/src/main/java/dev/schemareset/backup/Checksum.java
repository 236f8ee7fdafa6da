package dev.schemareset.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** SHA-256 in hexadecimal digits, and the file beside another that holds it, as {@code sha256sum} writes it. */
final class Checksum {

    private static final String SUFFIX = ".sha256";

    private static final int BUFFER = 1 << 16;

    private Checksum() {}

    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
    }

    /** Writes the checksum of a file, which need not have its name yet. */
    static void write(Path file, String sha256) throws IOException {
        Path beside = beside(file);
        Files.writeString(beside, sha256 + "  " + file.getFileName() + "\n");
        Disk.force(beside);
    }

    /** The checksum that was written; empty when there is none, or only a part of one. */
    static Optional<String> read(Path file) throws IOException {
        Path beside = beside(file);
        if (Files.notExists(beside)) {
            return Optional.empty();
        }
        String line = Files.readString(beside, UTF_8);
        return line.matches("(?s)[0-9a-f]{64}  .*\n") ? Optional.of(line.substring(0, 64)) : Optional.empty();
    }

    /** The file that holds the checksum. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
