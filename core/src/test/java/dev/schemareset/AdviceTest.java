package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.model.Advice;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.jdbi.v3.core.statement.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is legal in the models and probably not meant is told, and stops nothing. */
class AdviceTest {

    private static final String HERE = AdviceTest.class.getName() + ".";
    private static final String FIX = "make it public, or bind each value with bind(...).";

    @Table("hidden")
    record Hidden(@PrimaryKey long id, String text) {}

    @Table("hidden_more")
    private record MoreHidden(@PrimaryKey long id, String text) {}

    @Table("open")
    public record Open(@PrimaryKey long id, String text) {}

    static final class Holder {
        @Table("held")
        public record Held(@PrimaryKey long id, String text) {}
    }

    public interface Identified {
        long id();
    }

    public interface Text extends Identified {
        String text();
    }

    interface HiddenText extends Text {}

    @Table("told")
    record Told(@PrimaryKey long id, String text) implements Text {}

    @Table("told_further")
    record ToldFurther(@PrimaryKey long id, String text) implements HiddenText {}

    @Table("half_told")
    record HalfTold(@PrimaryKey long id, String text) implements Identified {}

    record Street(String name) {}

    @Table("houses")
    public record House(@PrimaryKey long id, @Nested Street street) {}

    @Table("barns")
    public record Barn(@PrimaryKey long id, @Nested Street street) {}

    @TempDir
    private Path directory;

    private SchemaReset reset(Class<?>... models) {
        return SchemaReset.forModels(models).database(directory.resolve("local.db"));
    }

    private static Advice notPublic(String name, String parameters) {
        return new Advice(
                HERE + name,
                "it is not public, and Jdbi's bindMethods says \"Missing named parameter\" for " + parameters + ".",
                FIX);
    }

    @Test
    void modelThatIsNotPublic() {
        assertThat(reset(Hidden.class, Open.class, HalfTold.class).advice())
                .containsExactly(notPublic("HalfTold", ":text"), notPublic("Hidden", ":id, :text"));
    }

    @Test
    void recordInSeveralModelsIsToldOnce() {
        assertThat(reset(House.class, Barn.class).advice()).containsExactly(notPublic("Street", ":name"));
    }

    /** Jdbi itself is asked. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                Hidden.class,
                MoreHidden.class,
                Open.class,
                Holder.Held.class,
                Told.class,
                ToldFurther.class,
                HalfTold.class
            })
    void adviceIsGivenWhereJdbiFailsToBind(Class<?> model) throws Exception {
        SchemaReset reset = reset(model);
        reset.apply(Confirm.YES);
        Constructor<?> constructor = model.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object row = constructor.newInstance(1L, "a");
        String table = model.getAnnotation(Table.class).value();
        try (Handle handle = reset.jdbi().open()) {
            Update insert = handle.createUpdate("INSERT INTO " + table + " VALUES (:id, :text)")
                    .bindMethods(row);

            if (reset.advice().isEmpty()) {
                insert.execute();
                assertThat((Object) handle.createQuery("SELECT * FROM " + table)
                                .mapTo(model)
                                .one())
                        .isEqualTo(row);
            } else {
                assertThatThrownBy(insert::execute)
                        .isInstanceOf(UnableToCreateStatementException.class)
                        .hasMessageContaining("Missing named parameter");
            }
        }
    }

    @Test
    void everyReportTellsIt() {
        SchemaReset reset = reset(Hidden.class);
        Migration migration = reset.migrationsDirectory(directory).generate();
        ResetReport report = reset.apply(Confirm.YES);
        DatabaseInfo info = reset.info();
        List<Advice> advice = reset.advice();
        String text = HERE
                + "Hidden: it is not public, and Jdbi's bindMethods says \"Missing named parameter\" for :id, :text.\n"
                + "  Fix: " + FIX;

        assertThat(advice).hasSize(1).first().hasToString(text);
        assertThat(migration.advice()).isEqualTo(advice);
        assertThat(report.advice()).isEqualTo(advice);
        assertThat(info.advice()).isEqualTo(advice);
        assertThat(migration).hasToString(migration.path() + ": " + migration.plan() + "\nAdvice " + text);
        assertThat(report.toString()).endsWith("\nAdvice " + text);
        assertThat(info.toString()).contains("\nAdvice      " + text + "\n");
        assertThat(migration.sql()).doesNotContain("bindMethods");
    }

    @Test
    void modelsThatAreNoSchemaComeFirst() {
        assertThatExceptionOfType(InvalidSchemaException.class)
                .isThrownBy(() -> SchemaReset.forModels(Street.class).advice())
                .withMessageContaining("it carries no @Table.");
    }
}
