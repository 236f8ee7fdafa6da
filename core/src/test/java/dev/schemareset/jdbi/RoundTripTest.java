package dev.schemareset.jdbi;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.jdbi.TypedModel.Row;
import dev.schemareset.type.StoredType;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value comes back as it went in, in whatever way Jdbi is told to bind and to read it. */
class RoundTripTest {

    private static final String INSERT = "INSERT INTO model VALUES (:id, :value, :maybe)";
    private static final String SELECT = "SELECT * FROM model ORDER BY id";
    private static final String SELECT_NESTED =
            "SELECT id, value AS part_value, maybe AS part_maybe FROM model ORDER BY id";

    /** Rows that are written in one way have the numbers of it. */
    private static final long ROWS_OF_A_WAY = 10_000;

    @TempDir
    private Path directory;

    /** A way to write rows. */
    private interface Writer<T> {
        void write(Handle handle, List<Row<T>> rows);
    }

    /** A way to bind a row to the parameters whose names begin with a name and a dot. */
    private interface Binder<T> {
        void bind(Update insert, String name, Row<T> row);
    }

    @Test
    void everyTypeIsTested() {
        List<Class<?>> types =
                StoredType.all().stream().<Class<?>>map(StoredType::javaType).toList();

        assertThat(Samples.all()).<Class<?>>extracting(Samples::type).containsAll(types);
    }

    @ParameterizedTest
    @MethodSource("dev.schemareset.jdbi.Samples#allAndPrimitives")
    <T> void valuesComeBackEqual(Samples<T> samples) {
        TypedModel<T> model = TypedModels.of(samples.type());
        List<T> values = samples.values();
        List<Writer<T>> writers = writers(samples.type(), model);

        TypedModels.database(model, directory.resolve("local.db")).useTransaction(handle -> {
            for (int way = 0; way < writers.size(); way++) {
                writers.get(way).write(handle, TypedModels.rows(model, values, way * ROWS_OF_A_WAY));
            }
            assertThat(distinctRows(handle)).as("all ways write the same").isEqualTo(values.size());
            handle.execute("DELETE FROM model WHERE id >= ?", ROWS_OF_A_WAY);

            List<Row<T>> rows = TypedModels.rows(model, values, 0);
            assertReads(rows, handle.createQuery(SELECT).mapTo(model.type()).list());
            assertReads(
                    rows,
                    handle.createQuery(SELECT)
                            .map(ConstructorMapper.of(model.type()))
                            .list());
            assertReads(
                    rows,
                    handle.createQuery(SELECT_NESTED).mapTo(model.nestingType()).list());
            assertEqual(
                    values,
                    handle.createQuery("SELECT value FROM model ORDER BY id")
                            .mapTo(samples.type())
                            .list());
            assertEqual(values, model.values(handle));
        });
    }

    private static long distinctRows(Handle handle) {
        return handle.select(
                        "SELECT count(*) FROM (SELECT DISTINCT id % ?, typeof(value), value, maybe FROM model)",
                        ROWS_OF_A_WAY)
                .mapTo(long.class)
                .one();
    }

    private static <T> List<Writer<T>> writers(Class<T> type, TypedModel<T> model) {
        return List.of(
                each((insert, name, row) -> insert.bind(name + ".id", row.id())
                        .bind(name + ".value", row.boxed())
                        .bind(name + ".maybe", row.maybe())),
                each((insert, name, row) -> insert.bind(name + ".id", row.id())
                        .bindByType(name + ".value", row.boxed(), type)
                        .bind(name + ".maybe", row.maybe())),
                each((insert, name, row) -> insert.bindMethods(name, row)),
                each((insert, name, row) -> insert.bindBean(name, model.bean(row))),
                inChunks((handle, rows) -> handle.execute(
                        "INSERT INTO model VALUES " + String.join(", ", nCopies(rows.size(), "(?, ?, ?)")),
                        rows.stream()
                                .flatMap(row -> Stream.of(row.id(), row.boxed(), row.maybe()))
                                .toArray())),
                batch(PreparedBatch::bindMethods),
                batch((insert, row) -> insert.bindBean(model.bean(row))),
                batch((insert, row) ->
                        insert.bind("id", row.id()).bind("value", row.boxed()).bind("maybe", row.maybe())),
                model::insert);
    }

    private static <T> Writer<T> each(Binder<T> binder) {
        return inChunks((handle, rows) -> {
            Update insert = handle.createUpdate(IntStream.range(0, rows.size())
                    .mapToObj("(:r%1$d.id, :r%1$d.value, :r%1$d.maybe)"::formatted)
                    .collect(joining(", ", "INSERT INTO model VALUES ", "")));
            for (int i = 0; i < rows.size(); i++) {
                binder.bind(insert, "r" + i, rows.get(i));
            }
            insert.execute();
        });
    }

    /** To make a statement costs Jdbi far more than to bind a row. */
    private static <T> Writer<T> inChunks(Writer<T> writer) {
        return (handle, rows) -> {
            for (int from = 0; from < rows.size(); from += 20) {
                writer.write(handle, rows.subList(from, Math.min(from + 20, rows.size())));
            }
        };
    }

    private static <T> Writer<T> batch(BiFunction<PreparedBatch, Row<T>, PreparedBatch> bind) {
        return (handle, rows) -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            rows.forEach(row -> bind.apply(batch, row).add());
            batch.execute();
        };
    }

    private static <T> void assertReads(List<Row<T>> expected, List<? extends Row<T>> rows) {
        assertThat(rows)
                .extracting(Row::id)
                .isEqualTo(expected.stream().map(Row::id).toList());
        assertEqual(
                expected.stream().map(Row::boxed).toList(),
                rows.stream().map(Row::boxed).toList());
        assertEqual(
                expected.stream().map(row -> row.maybe().orElse(null)).toList(),
                rows.stream().map(row -> row.maybe().orElse(null)).toList());
    }

    private static void assertEqual(List<?> expected, List<?> values) {
        assertThat(values.stream().map(Samples::comparable).toList())
                .as("seed %d", Samples.SEED)
                .isEqualTo(expected.stream().map(Samples::comparable).toList());
    }
}
