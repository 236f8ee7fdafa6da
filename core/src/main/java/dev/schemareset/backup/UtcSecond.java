package dev.schemareset.backup;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A second in the name of a file, written so that names sort in the order of time. */
public final class UtcSecond {

    /** What {@link #of} makes. */
    static final String PATTERN = "\\d{8}T\\d{6}Z";

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(UTC);

    private UtcSecond() {}

    public static String of(Instant time) {
        return FORMAT.format(time);
    }

    /** The second; empty when there is no such day or time. */
    static Optional<Instant> parse(String second) {
        try {
            return Optional.of(FORMAT.parse(second, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
