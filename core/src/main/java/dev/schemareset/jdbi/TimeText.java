package dev.schemareset.jdbi;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as text of a fixed width, so that it sorts in the order of time, in a form that SQLite's date functions read. */
final class TimeText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS", Locale.ROOT);

    private TimeText() {}

    static String format(Instant instant) {
        return format(LocalDateTime.ofInstant(instant, UTC)) + "Z";
    }

    static String format(LocalDateTime dateTime) {
        return format(dateTime.toLocalDate()) + "T" + format(dateTime.toLocalTime());
    }

    static String format(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException("The year of " + date
                    + " cannot be stored: SQLite's dates know the years 0000 to 9999. Nothing was written.");
        }
        return date.toString();
    }

    static String format(LocalTime time) {
        return TIME.format(time);
    }

    static Instant parseInstant(String text) {
        String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        return parseLocalDateTime(local).toInstant(UTC);
    }

    /** SQLite's own functions write a space between date and time. */
    static LocalDateTime parseLocalDateTime(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }
}
