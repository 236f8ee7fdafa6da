package dev.schemareset.type;

import static java.time.ZoneOffset.UTC;

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
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as text of a fixed width, so that it sorts in the order of time, in a form that SQLite's date functions read. */
final class TimeText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS", Locale.ROOT);
    private static final DateTimeFormatter OFFSET_DATE_TIME = withOffset(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    private static final DateTimeFormatter OFFSET_TIME = withOffset(DateTimeFormatter.ISO_LOCAL_TIME);
    private static final Pattern WITH_ZONE = Pattern.compile("(.+)\\[(.+)]");

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
        String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        return parseLocalDateTime(local).toInstant(UTC);
    }

    /** SQLite's own functions write a space between date and time. */
    static LocalDateTime parseLocalDateTime(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    static OffsetDateTime parseOffsetDateTime(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T'), OFFSET_DATE_TIME);
    }

    static OffsetTime parseOffsetTime(String text) {
        return OffsetTime.parse(text, OFFSET_TIME);
    }

    /** The offset tells which of the two times is meant that a clock shows alike when summer ends. */
    static ZonedDateTime parseZonedDateTime(String text) {
        Matcher matcher = WITH_ZONE.matcher(text);
        if (!matcher.matches()) {
            return parseOffsetDateTime(text).toZonedDateTime();
        }
        OffsetDateTime time = OffsetDateTime.parse(matcher.group(1));
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

    /** What SQLite itself writes names no offset, and is UTC. */
    private static DateTimeFormatter withOffset(DateTimeFormatter local) {
        return new DateTimeFormatterBuilder()
                .append(local)
                .optionalStart()
                .appendOffsetId()
                .optionalEnd()
                .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter(Locale.ROOT)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
