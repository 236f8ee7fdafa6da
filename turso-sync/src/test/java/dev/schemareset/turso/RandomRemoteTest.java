package dev.schemareset.turso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.ddl.Planner;
import dev.schemareset.model.Name;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Statement;
import dev.schemareset.random.RandomSchemas;
import dev.schemareset.spi.Refusal;
import dev.schemareset.spi.RemoteDatabase;
import dev.schemareset.support.Sqlite;
import dev.schemareset.turso.support.OnEachServer;
import dev.schemareset.turso.support.ServerKind;
import dev.schemareset.turso.support.TursoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random schemas, one over the other: a server makes of each what SQLite makes of it.
 *
 * <p>{@code -Dremote.schemas=N} tries as many; {@code -Dremote.schemas.first=SEED} begins with that seed.
 */
class RandomRemoteTest {

    private static final int SCHEMAS = Integer.getInteger("remote.schemas", 20);
    private static final int FIRST = Integer.getInteger("remote.schemas.first", 1);

    @TempDir
    private Path directory;

    private int tables;
    private int refused;

    @OnEachServer
    void serverHoldsWhatSqliteHolds(TursoServer server) throws Exception {
        for (int seed = FIRST; seed < FIRST + SCHEMAS; seed++) {
            verify(seed, server);
        }
        assertThat(refused)
                .as("tables of %d", tables)
                .isLessThanOrEqualTo(server.kind() == ServerKind.SQLD ? 0 : tables / 10);
    }

    private void verify(int seed, TursoServer server) throws Exception {
        String epoch = "epoch " + seed;
        RemoteDatabase remote = TursoSync.to(server.url()).look();
        Plan plan = accepted(remote, held(RandomSchemas.of(seed, "model"), server.kind()), epoch);
        Path local = directory.resolve("local.db");
        Files.deleteIfExists(local);
        Sqlite.execute(local, plan.creates().stream().map(Statement::sql).toArray(String[]::new));

        remote.run(
                plan.changes(),
                there -> there.inventory()
                        .sync()
                        .filter(sync -> sync.epoch().equals(epoch))
                        .isPresent());

        tables += plan.expected().ofKind(Kind.TABLE).size();
        Schemas.assertSame(Sqlite.rows(local, Schemas.OBJECTS), server.url(), server.kind(), "seed " + seed);
    }

    /** The schema without what Turso's own engine is known to lack. */
    private static Schema held(Schema schema, ServerKind kind) {
        return schema.withTables(schema.tables().stream()
                .filter(table -> kind == ServerKind.SQLD || isHeldByTurso(table))
                .toList());
    }

    private static boolean isHeldByTurso(Table table) {
        return !table.withoutRowid()
                && table.columns().stream()
                        .allMatch(column -> column.generated().isEmpty());
    }

    /** The plan without the tables that the server refuses, or an index of which it refuses: for names in which it does not find itself. */
    private Plan accepted(RemoteDatabase remote, Schema schema, String epoch) {
        Plan plan = Planner.remote(remote.seen().inventory(), schema, epoch);
        Optional<Refusal> refusal = remote.rehearse(plan.changes());
        if (refusal.isEmpty()) {
            return plan;
        }
        refused++;
        Name table = plan.expected().objects().stream()
                .filter(object -> object.sql().equals(refusal.get().statement().sql()))
                .map(DatabaseObject::table)
                .findFirst()
                .orElseThrow(() -> new AssertionError(refusal));
        return accepted(
                remote,
                schema.withTables(schema.tables().stream()
                        .filter(other -> !other.name().equals(table))
                        .toList()),
                epoch);
    }
}
