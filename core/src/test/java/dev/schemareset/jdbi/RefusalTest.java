package dev.schemareset.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.schemareset.jdbi.TypedModel.Row;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that would not come back is refused, in whatever way it is bound, and the table stays as it is. */
class RefusalTest {

    static final String NAN =
            "NaN cannot be stored: SQLite keeps NULL in its place. Nothing was written. Bind null, or a number.";

    @TempDir
    private Path directory;

    /** Types, each with a value that can be stored, one that cannot, and why. */
    static Stream<Arguments> refused() throws Exception {
        return Stream.of(
                arguments(Double.class, 1.0, Double.NaN, NAN),
                arguments(double.class, 1.0, Double.NaN, NAN),
                arguments(Float.class, 1f, Float.NaN, NAN),
                arguments(float.class, 1f, Float.NaN, NAN),
                arguments(String.class, "", "a\uD83Db", surrogate("D83D", 1)),
                arguments(String.class, "", "\uD83D\uDE00\uDE00", surrogate("DE00", 2)),
                arguments(String.class, "", "\uD83D", surrogate("D83D", 0)),
                arguments(Character.class, 'a', '\uD800', surrogate("D800", 0)),
                arguments(char.class, 'a', '\uDFFF', surrogate("DFFF", 0)),
                arguments(URI.class, URI.create("a"), URI.create("\uD83D"), surrogate("D83D", 0)),
                arguments(Instant.class, Instant.EPOCH, Instant.MAX, year("+1000000000-12-31T23:59:59.999999999Z")),
                arguments(Instant.class, Instant.EPOCH, Instant.MIN, year("-1000000000-01-01T00:00:00Z")),
                arguments(LocalDate.class, LocalDate.EPOCH, LocalDate.of(10_000, 1, 1), year("+10000-01-01")),
                arguments(LocalDate.class, LocalDate.EPOCH, LocalDate.of(-1, 12, 31), year("-0001-12-31")),
                arguments(
                        LocalDateTime.class,
                        AnyValue.FIRST,
                        AnyValue.FIRST.minusNanos(1),
                        year("-0001-12-31T23:59:59.999999999")),
                arguments(
                        OffsetDateTime.class,
                        AnyValue.LAST.atOffset(ZoneOffset.UTC),
                        AnyValue.LAST.plusNanos(1).atOffset(ZoneOffset.MAX),
                        year("+10000-01-01T00:00+18:00")),
                arguments(
                        ZonedDateTime.class,
                        AnyValue.LAST.atZone(ZoneOffset.UTC),
                        AnyValue.LAST.plusNanos(1).atZone(ZoneId.of("UTC")),
                        year("+10000-01-01T00:00Z[UTC]")),
                arguments(YearMonth.class, YearMonth.of(0, 1), YearMonth.of(-1, 12), year("-0001-12")),
                arguments(Path.class, Path.of("a"), Path.of(URI.create("file:///%FF")), other("/\uFFFD", "Path")),
                arguments(Path.class, Path.of("a"), foreignPath(), other("/a", "Path")),
                arguments(Locale.class, Locale.ROOT, new Locale("no", "NO", "NY"), other("nn-NO", "Locale")),
                arguments(Locale.class, Locale.ROOT, new Locale("de", "", "a b"), other("de", "Locale")),
                arguments(URL.class, AnyValue.url("file:/"), unknownProtocol(), other("unknown:a", "URL")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    <T> void valueIsRefused(Class<T> type, T good, T bad, String message) {
        TypedModel<T> model = TypedModels.of(type);
        Row<T> goodRow = model.model(1, good, Optional.of(good));
        Row<T> badRow = model.model(2, bad, Optional.empty());
        Row<T> badOption = model.model(2, good, Optional.of(bad));
        String insert = "INSERT INTO model VALUES (:id, :value, :maybe)";
        try (Handle handle =
                TypedModels.database(model, directory.resolve("local.db")).open()) {
            model.insert(handle, List.of(goodRow));
            List<Map<String, Object>> before = content(handle);

            assertRefused(message, () -> handle.execute("INSERT INTO model(id, value) VALUES (2, ?)", bad));
            assertRefused(
                    message, () -> handle.execute("INSERT INTO model(id, value) VALUES (2, ?)", Optional.of(bad)));
            assertRefused(
                    message,
                    () -> handle.createUpdate("UPDATE model SET value = :value")
                            .bind("value", bad)
                            .execute());
            for (Row<T> row : List.of(badRow, badOption)) {
                assertRefused(
                        message,
                        () -> handle.createUpdate(insert).bindMethods(row).execute());
                assertRefused(
                        message,
                        () -> handle.createUpdate(insert)
                                .bindBean(model.bean(row))
                                .execute());
                assertRefused(message, () -> model.insert(handle, List.of(row)));
                assertRefused(
                        message,
                        () -> batch(handle, insert, model.model(3, good, Optional.empty()), row)
                                .execute());
            }
            assertThat(content(handle)).isEqualTo(before);
        }
    }

    private static PreparedBatch batch(Handle handle, String insert, Row<?>... rows) {
        PreparedBatch batch = handle.prepareBatch(insert);
        for (Row<?> row : rows) {
            batch.bindMethods(row).add();
        }
        return batch;
    }

    static void assertRefused(String message, ThrowingCallable binding) {
        assertThatThrownBy(binding)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static List<Map<String, Object>> content(Handle handle) {
        return new ArrayList<>(handle.createQuery("SELECT id, quote(value) AS value, quote(maybe) AS maybe FROM model")
                .mapToMap()
                .list());
    }

    static String surrogate(String code, int index) {
        return "Text with U+" + code + " at index " + index + " cannot be stored: it is one half of a surrogate pair,"
                + " and SQLite would keep a question mark in its place. Nothing was written. Bind both halves, or neither.";
    }

    private static String year(String value) {
        return "The year of " + value
                + " cannot be stored: SQLite's dates know the years 0000 to 9999. Nothing was written.";
    }

    private static String other(String text, String type) {
        return "'" + text + "' cannot be stored: read again, it would not be the " + type + " that it was."
                + " Nothing was written. Bind another, or text.";
    }

    private static Path foreignPath() {
        return FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/a");
    }

    /** A URL as a library makes it that knows how to open it. */
    private static URL unknownProtocol() throws Exception {
        return new URL(null, "unknown:a", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                throw new UnsupportedOperationException();
            }
        });
    }
}
