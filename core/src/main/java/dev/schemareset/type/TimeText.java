package dev.schemareset.type;

import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as text of a fixed width, so that it sorts in the order of time, in the form of ISO 8601. */
final class TimeText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS", Locale.ROOT);
    private static final Pattern WITH_ZONE = Pattern.compile("(.+)\\[(.+)]");
    private static final Pattern UTC_NAME = Pattern.compile("Z?| (?:UTC|GMT)");
    /** Go adds the name of the zone, and the reading of a clock that only the process knows. */
    private static final Pattern OFFSET =
            Pattern.compile(" ?([+-]\\d\\d(?::?\\d\\d){0,2})(?: (?:[A-Z]{1,5}|[+-]\\d{2,4}))?(?: m=[+-]\\d+\\.\\d+)?");

    private static final Pattern MIDNIGHT = Pattern.compile("[ T]00:00(?::00(?:\\.0{1,9})?)?");
    /** SQLite documentation, "Date And Time Functions": the date of a time that has none. Rails writes it. */
    private static final String NO_DATE = "2000-01-01";

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private TimeText() {}

    static String format(Instant instant) {
        // Before it is a date: the farthest instants have none.
        requireYear(!instant.isBefore(FIRST) && !instant.isAfter(LAST), instant);
        return format(instant.atOffset(UTC));
    }

    static String format(OffsetDateTime time) {
        requireYear(time.getYear(), time);
        return localText(time.toLocalDateTime()) + time.getOffset().getId();
    }

    static String format(ZonedDateTime time) {
        requireYear(time.getYear(), time);
        String zone =
                time.getZone() instanceof ZoneOffset ? "" : "[" + time.getZone().getId() + "]";
        return format(time.toOffsetDateTime()) + zone;
    }

    static String format(LocalDateTime time) {
        requireYear(time.getYear(), time);
        return localText(time);
    }

    static String format(LocalDate date) {
        requireYear(date.getYear(), date);
        return date.toString();
    }

    static String format(YearMonth month) {
        requireYear(month.getYear(), month);
        return month.toString();
    }

    static String format(LocalTime time) {
        return TIME.format(time);
    }

    static String format(OffsetTime time) {
        return format(time.toLocalTime()) + time.getOffset().getId();
    }

    static Instant parseInstant(String text) {
        return parseOffsetDateTime(text).toInstant();
    }

    /** Many write a space between date and time, as SQLite does. */
    static LocalDateTime parseLocalDateTime(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    /** Midnight after a date says no more than the date. */
    static LocalDate parseLocalDate(String text) {
        int end = Math.min(NO_DATE.length(), text.length());
        boolean midnight =
                end < text.length() && MIDNIGHT.matcher(text.substring(end)).matches();
        return LocalDate.parse(midnight ? text.substring(0, end) : text);
    }

    static LocalTime parseLocalTime(String text) {
        boolean dated = text.startsWith(NO_DATE + " ") || text.startsWith(NO_DATE + "T");
        return LocalTime.parse(dated ? text.substring(NO_DATE.length() + 1) : text);
    }

    static OffsetDateTime parseOffsetDateTime(String text) {
        if (text.endsWith("Z")) {
            return parseLocalDateTime(text.substring(0, text.length() - 1)).atOffset(UTC);
        }
        int end = endOfTime(text, text.replace('T', ' ').indexOf(' ') + 1);
        return parseLocalDateTime(text.substring(0, end)).atOffset(offset(text.substring(end)));
    }

    static OffsetTime parseOffsetTime(String text) {
        int end = endOfTime(text, 0);
        return LocalTime.parse(text.substring(0, end)).atOffset(offset(text.substring(end)));
    }

    /** The offset tells which of the two times is meant that a clock shows alike when summer ends. */
    static ZonedDateTime parseZonedDateTime(String text) {
        Matcher matcher = WITH_ZONE.matcher(text);
        if (!matcher.matches()) {
            return parseOffsetDateTime(text).toZonedDateTime();
        }
        OffsetDateTime time = OffsetDateTime.parse(matcher.group(1).replace(' ', 'T'));
        return ZonedDateTime.ofInstant(time.toLocalDateTime(), time.getOffset(), ZoneId.of(matcher.group(2)));
    }

    private static String localText(LocalDateTime time) {
        return time.toLocalDate() + "T" + format(time.toLocalTime());
    }

    private static void requireYear(int year, Object value) {
        requireYear(year >= 0 && year <= 9999, value);
    }

    private static void requireYear(boolean known, Object value) {
        if (!known) {
            throw new IllegalArgumentException("The year of " + value
                    + " cannot be stored: SQLite's dates know the years 0000 to 9999. Nothing was written.");
        }
    }

    /** What follows is an offset, or nothing. */
    private static int endOfTime(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || ":.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /** SQLite documentation, "Date And Time Functions": without an offset, UTC is meant. */
    private static ZoneOffset offset(String text) {
        if (UTC_NAME.matcher(text).matches()) {
            return UTC;
        }
        Matcher matcher = OFFSET.matcher(text);
        if (!matcher.matches()) {
            throw new DateTimeException("'" + text + "' is no offset");
        }
        return ZoneOffset.of(matcher.group(1));
    }
}
