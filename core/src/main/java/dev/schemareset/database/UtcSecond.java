package dev.schemareset.database;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** A second in the name of a file, written so that names sort in the order of time. */
final class UtcSecond {

    /** What {@link #of} makes. */
    static final String PATTERN = "\\d{8}T\\d{6}Z";

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(UTC);

    private UtcSecond() {}

    static String of(Instant time) {
        return FORMAT.format(time);
    }

    static Instant parse(String second) {
        return FORMAT.parse(second, Instant::from);
    }
}
