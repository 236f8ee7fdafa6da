package dev.schemareset.plan;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of a whole database, taken before something was dropped: a SQLite database of its own, and a file beside it with its
 * checksum, which {@code sha256sum -c} reads.
 *
 * @param file the copy
 * @param sha256 the SHA-256 of its bytes when it was taken: 64 hexadecimal digits
 * @param takenAt when it was taken, to the second, as its name says; where the clock was set back, later than the backup before
 */
public record Backup(Path file, String sha256, Instant takenAt) {}
