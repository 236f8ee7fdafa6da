package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.SyncException;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of very many columns. */
@WithServer
class WideTableTest {

    /** Ten columns. */
    public record Ten(
            @Nullable Long a,
            @Nullable Long b,
            @Nullable Long c,
            @Nullable Long d,
            @Nullable Long e,
            @Nullable Long f,
            @Nullable Long g,
            @Nullable Long h,
            @Nullable Long i,
            @Nullable Long j) {}

    /** A hundred columns. */
    public record Hundred(
            @Nested("a") Ten a,
            @Nested("b") Ten b,
            @Nested("c") Ten c,
            @Nested("d") Ten d,
            @Nested("e") Ten e,
            @Nested("f") Ten f,
            @Nested("g") Ten g,
            @Nested("h") Ten h,
            @Nested("i") Ten i,
            @Nested("j") Ten j) {}

    /** More columns than one expression can compare one after the other. */
    @Table("wide")
    public record Wide(
            @PrimaryKey Long id,
            @Nested("a") Hundred a,
            @Nested("b") Hundred b,
            @Nested("c") Hundred c,
            @Nested("d") Hundred d,
            @Nested("e") Hundred e,
            @Nested("f") Hundred f) {}

    /** One column more than can be fetched. */
    @Table("too_wide")
    public record TooWide(
            @PrimaryKey Long id,
            @Nested("a") Hundred a,
            @Nested("b") Hundred b,
            @Nested("c") Hundred c,
            @Nested("d") Hundred d,
            @Nested("e") Hundred e,
            @Nested("f") Hundred f,
            @Nested("g") Hundred g,
            @Nested("h") Hundred h,
            @Nested("i") Hundred i,
            @Nested("j") Hundred j,
            @Nested("k") Hundred k,
            @Nested("l") Hundred l,
            @Nested("m") Hundred m,
            @Nested("n") Hundred n,
            @Nested("o") Hundred o,
            @Nested("p") Hundred p,
            @Nested("q") Hundred q,
            @Nested("r") Hundred r,
            @Nested("s") Hundred s,
            @Nested("t") Ninety t,
            @Nullable Long u,
            @Nullable Long v,
            @Nullable Long w,
            @Nullable Long x,
            @Nullable Long y,
            @Nullable Long z,
            @Nullable Long last) {}

    /** Ninety columns. */
    public record Ninety(
            @Nested("a") Ten a,
            @Nested("b") Ten b,
            @Nested("c") Ten c,
            @Nested("d") Ten d,
            @Nested("e") Ten e,
            @Nested("f") Ten f,
            @Nested("g") Ten g,
            @Nested("h") Ten h,
            @Nested("i") Ten i) {}

    @TempDir
    private Path directory;

    private TursoServer server;

    @BeforeEach
    void start(TursoServer server) {
        this.server = server;
    }

    private SchemaReset reset(Class<?> model) {
        return SchemaReset.forModels(model).withoutBackup().database(directory.resolve("wide.db"));
    }

    @Test
    void rowsGoBothWays() throws Exception {
        TursoSync turso = TursoSync.to(server.url());
        reset(Wide.class).syncTo(turso).apply(Confirm.YES);
        try (TursoReplication replication = turso.replicate(reset(Wide.class))) {
            Sqlite.execute(directory.resolve("wide.db"), "INSERT INTO wide (id, f_j_j) VALUES (1, 7)");
            assertThat(replication.sync().exchange()).hasToString("1 row pushed, no rows pulled, no conflicts");
            RawPipeline.execute(server.url(), "UPDATE wide SET f_j_j = 8");

            assertThat(replication.sync().exchange()).hasToString("no rows pushed, 1 row pulled, no conflicts");

            assertThat(Sqlite.rows(directory.resolve("wide.db"), "SELECT id, f_j_j FROM wide"))
                    .containsExactly(List.of("1", "8"));
            assertThat(replication.verify().isEqual()).isTrue();
        }
    }

    @Test
    void moreThanOneResultHoldsIsRefused() {
        SchemaReset reset = reset(TooWide.class).syncTo(TursoSync.to(server.url()));

        assertThatThrownBy(() -> reset.apply(Confirm.YES))
                .isInstanceOf(SyncException.class)
                .message()
                .endsWith("""
                         cannot hold this schema.
                        - Table too_wide holds dev.schemareset.turso.WideTableTest.TooWide: of its 1998 columns, no more than 1997 can be exchanged with their key.
                          Fix: divide it into several tables.
                        Your data: neither database was changed; the dry run on the remote was rolled back.
                        What to do: change the models, or sync with a server that can hold them.""");
        assertThat(directory.resolve("wide.db")).doesNotExist();
    }
}
