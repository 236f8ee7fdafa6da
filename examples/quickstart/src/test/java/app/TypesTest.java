package app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of the types in the documentation is what is supported, and what is stored. */
class TypesTest {

    @TempDir
    private Path directory;

    /** A record of a type that cannot be a column, for which the error lists those that can. */
    @Table
    record Unsupported(Thread thread) {}

    @Test
    void typesAreThoseThatAreSupported() throws IOException {
        List<String> shown = typeRows().stream()
                .flatMap(row -> Pattern.compile("`([^`]+)`")
                        .matcher(row.split("\\|", 4)[1])
                        .results())
                .map(match -> match.group(1))
                .toList();

        assertThatThrownBy(() -> SchemaReset.forModels(Unsupported.class).plan())
                .hasMessageContaining("use one of " + String.join(", ", shown) + ", a primitive, or Optional");
    }

    /** A component of every type, in the order of the page, and what it shows for it. */
    @Table
    public record Kinds(
            String string,
            Character character,
            Boolean flag,
            Byte tiny,
            Short small,
            Integer integer,
            Long big,
            Float single,
            Double real,
            BigDecimal bigDecimal,
            BigInteger bigInteger,
            UUID uuid,
            byte[] bytes,
            Instant instant,
            LocalDate localDate,
            LocalDateTime localDateTime,
            LocalTime localTime,
            OffsetDateTime offsetDateTime,
            ZonedDateTime zonedDateTime,
            OffsetTime offsetTime,
            Year year,
            YearMonth yearMonth,
            MonthDay monthDay,
            Duration duration,
            Period period,
            ZoneOffset zoneOffset,
            ZoneId zoneId,
            URI uri,
            URL url,
            Path path,
            Locale locale,
            Currency currency,
            Thread.State constant) {}

    private static Kinds kinds() throws MalformedURLException {
        LocalDateTime time = LocalDateTime.parse("2001-02-03T04:05:06.123456789");
        ZonedDateTime berlin = time.atZone(ZoneId.of("Europe/Berlin"));
        return new Kinds(
                "itself",
                'i',
                true,
                (byte) 1,
                (short) 1,
                1,
                1L,
                1F,
                1.0,
                new BigDecimal("9.50"),
                new BigInteger("123456789012345678901234567890"),
                UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
                new byte[] {1},
                time.toInstant(ZoneOffset.UTC),
                time.toLocalDate(),
                time,
                time.toLocalTime(),
                berlin.toOffsetDateTime(),
                berlin,
                berlin.toOffsetDateTime().toOffsetTime(),
                Year.from(time),
                YearMonth.from(time),
                MonthDay.from(time),
                Duration.ofMinutes(90),
                Period.of(1, 2, 3),
                berlin.getOffset(),
                berlin.getZone(),
                URI.create("https://example.org/"),
                new URL("https://example.org/"),
                Path.of("data", "file.txt"),
                Locale.forLanguageTag("de-CH"),
                Currency.getInstance("EUR"),
                Thread.State.NEW);
    }

    @Test
    void typesAreStoredAsShown() throws Exception {
        SchemaReset reset = SchemaReset.forModels(Kinds.class).database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        String names = Stream.of(Kinds.class.getRecordComponents())
                .map(component -> ":" + component.getName())
                .collect(joining(", ", "(", ")"));
        Iterator<String> rows = typeRows().iterator();
        try (Handle handle = reset.jdbi().open()) {
            handle.createUpdate("INSERT INTO kinds VALUES " + names)
                    .bindMethods(kinds())
                    .execute();
            Map<String, Object> stored =
                    handle.createQuery("SELECT * FROM kinds").mapToMap().one();
            List<String> columnTypes = handle.createQuery("SELECT type FROM pragma_table_info('kinds') ORDER BY cid")
                    .mapTo(String.class)
                    .list();
            List<Object> values = List.copyOf(stored.values());
            int column = 0;
            while (rows.hasNext()) {
                String[] cells = rows.next().split("\\|", -1);
                long types = cells[1].chars().filter(c -> c == '`').count() / 2;
                for (int i = 0; i < types; i++, column++) {
                    assertThat(cells[2].strip()).as(cells[1]).isEqualTo("`" + columnTypes.get(column) + "`");
                    Matcher example = Pattern.compile("^ `([^`]+)`").matcher(cells[3]);
                    if (example.find()) {
                        assertThat(example.group(1)).as(cells[1]).isEqualTo(String.valueOf(values.get(column)));
                    }
                }
            }
            assertThat(column).isEqualTo(values.size());
        }
    }

    private static List<String> typeRows() throws IOException {
        return Page.of("docs/types.md")
                .text()
                .split("\\R\\R(?=\\| Java \\|)", 2)[1]
                .split("\\R\\R", 2)[0]
                .lines()
                .skip(2)
                .toList();
    }
}
