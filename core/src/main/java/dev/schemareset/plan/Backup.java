package dev.schemareset.plan;

import java.nio.file.Path;

/**
 * A copy of a whole database, taken before something was dropped: a SQLite database of its own, and a file beside it with its
 * checksum, which {@code sha256sum -c} reads.
 *
 * @param file the copy
 * @param sha256 the SHA-256 of its bytes when it was taken: 64 hexadecimal digits
 */
public record Backup(Path file, String sha256) {}
