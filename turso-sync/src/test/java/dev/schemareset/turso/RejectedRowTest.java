package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Check;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.error.SyncException;
import dev.schemareset.spi.Exchange;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of the other side that breaks a rule which holds here does not take the place of one that is here. */
@WithServer
class RejectedRowTest {

    /** May not hold everything, and no seat twice. */
    @Table("guests")
    public record Guest(
            @PrimaryKey Long id,
            @Unique String seat,
            @Check("name <> 'forbidden'") String name) {}

    /** Refers to a guest. */
    @Table("orders")
    public record Order(
            @PrimaryKey Long id, @References(Guest.class) Long guestId) {}

    private static final String GUESTS = "SELECT id, seat, name FROM guests ORDER BY id";

    @TempDir
    private Path directory;

    private TursoServer server;
    private Path file;
    private TursoReplication replication;

    @BeforeEach
    void start(TursoServer server) throws Exception {
        this.server = server;
        file = directory.resolve("guests.db");
        TursoSync turso =
                TursoSync.to(server.url()).clock(Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC));
        SchemaReset reset =
                SchemaReset.forModels(Guest.class, Order.class).withoutBackup().database(file);
        reset.syncTo(turso).apply(Confirm.YES);
        replication = turso.replicate(reset);
        Sqlite.execute(file, "INSERT INTO guests VALUES (1, 'a', 'ada'), (2, 'b', 'bob')");
        sync();
    }

    @AfterEach
    void end() {
        replication.close();
    }

    private Exchange sync() {
        return replication.sync().exchange();
    }

    private void executeThere(String... statements) throws Exception {
        RawPipeline.execute(server.url(), "PRAGMA ignore_check_constraints = ON");
        RawPipeline.execute(server.url(), statements);
    }

    private Conflict onlyConflict() {
        assertThat(replication.conflicts()).hasSize(1);
        return replication.conflicts().get(0);
    }

    @Test
    void rowThatIsHereStays() throws Exception {
        executeThere(
                "UPDATE guests SET name = 'forbidden' WHERE id = 1", "UPDATE guests SET name = 'BOB' WHERE id = 2");

        assertThat(sync()).hasToString("no rows pushed, 1 row pulled, 1 conflict");

        assertThat(Sqlite.rows(file, GUESTS)).containsExactly(List.of("1", "a", "ada"), List.of("2", "b", "BOB"));
        assertThat(onlyConflict().toString())
                .startsWith("Conflict 1 (rejected) in guests, 2030-01-02T03:04:05Z: the local version stands (")
                .endsWith("""
                        CHECK constraint failed: name <> 'forbidden'))
                          local   id=1, seat='a', name='ada'
                          remote  id=1, seat='a', name='forbidden'""");
        assertThat(sync()).hasToString("no rows pushed, no rows pulled, no conflicts");

        replication.resolve(onlyConflict(), Side.LOCAL);

        assertThat(sync()).hasToString("1 row pushed, no rows pulled, no conflicts");
        assertThat(RawPipeline.query(server.url(), GUESTS)).isEqualTo(Sqlite.rows(file, GUESTS));
        assertThat(replication.verify().isEqual()).isTrue();
    }

    /** Another row that came has the seat of the one that was here. */
    @Test
    void versionThatCouldNotBePutBackIsKeptUntilItStands() throws Exception {
        executeThere(
                "UPDATE guests SET seat = 'c', name = 'forbidden' WHERE id = 1",
                "INSERT INTO guests VALUES (3, 'a', 'eve')");
        sync();
        assertThat(Sqlite.rows(file, GUESTS)).containsExactly(List.of("2", "b", "bob"), List.of("3", "a", "eve"));

        assertThatThrownBy(() -> replication.resolve(onlyConflict(), Side.LOCAL))
                .isInstanceOf(SyncException.class)
                .hasMessageContaining("The version of the row of guests cannot be written");

        assertThat(onlyConflict().local().orElseThrow()).hasToString("id=1, seat='a', name='ada'");
        Sqlite.execute(file, "UPDATE guests SET seat = 'd' WHERE id = 3");
        replication.resolve(onlyConflict(), Side.LOCAL);
        assertThat(sync()).hasToString("2 rows pushed, no rows pulled, no conflicts");
        assertThat(RawPipeline.query(server.url(), GUESTS))
                .containsExactly(List.of("1", "a", "ada"), List.of("2", "b", "bob"), List.of("3", "d", "eve"));
    }

    @Test
    void rowThatIsNotHereGoesThereOnceTheConflictIsResolved() throws Exception {
        executeThere("INSERT INTO guests VALUES (3, 'c', 'forbidden')");
        sync();
        assertThat(onlyConflict().local()).isEmpty();
        assertThatThrownBy(() -> replication.resolve(onlyConflict(), Side.REMOTE))
                .isInstanceOf(SyncException.class)
                .hasMessageContaining("The version of the row of guests cannot be written");

        replication.resolve(onlyConflict(), Side.LOCAL);

        assertThat(sync()).hasToString("1 row pushed, no rows pulled, no conflicts");
        assertThat(RawPipeline.query(server.url(), "SELECT id FROM guests ORDER BY id"))
                .containsExactly(List.of("1"), List.of("2"));
        assertThat(replication.verify().isEqual()).isTrue();
    }

    /** Another row that came has its unique value. */
    @Test
    void rowThatCannotStayIsKeptAside() throws Exception {
        Sqlite.execute(file, "INSERT INTO orders VALUES (1, 1)");
        sync();
        executeThere(
                "UPDATE guests SET seat = 'z', name = 'forbidden' WHERE id = 1",
                "UPDATE guests SET seat = 'a' WHERE id = 2");

        Exchange exchange = sync();

        assertThat(exchange).hasToString("no rows pushed, 1 row pulled, 1 conflict");
        assertThat(exchange.notes()).containsExactly("1 row of orders refers to a row of guests that is not there.");
        assertThat(Sqlite.rows(file, GUESTS)).containsExactly(List.of("2", "a", "bob"));
        assertThat(onlyConflict().detail())
                .contains("; the local version is not here any more: ")
                .endsWith("UNIQUE constraint failed: guests.seat)");
        assertThat(onlyConflict().local()).get().hasToString("id=1, seat='a', name='ada'");
        assertThat(onlyConflict().remote()).get().hasToString("id=1, seat='z', name='forbidden'");
    }
}
