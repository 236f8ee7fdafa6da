package dev.schemareset.turso.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.SyncReport;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.turso.TursoReplication;
import dev.schemareset.turso.TursoSync;
import dev.schemareset.turso.replication.Conflict;
import dev.schemareset.turso.replication.Side;
import dev.schemareset.turso.replication.SyncVerification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.sqlite.SQLiteErrorCode;

/** An application with a file of its own. It writes through plain JDBC, and exchanges rows now and then. */
final class Instance implements AutoCloseable {

    private final String name;
    private final TursoSync turso;
    private final Path file;
    private final SchemaReset reset;
    private final Random random;
    private final Ledger ledger;
    private final Story story;
    private Connection connection;
    private TursoReplication replication;
    private boolean exchanging;

    /** Opens one; its file is made from the other side, should there be none. */
    Instance(String name, TursoSync turso, Path file, Random random, Ledger ledger, Story story) throws SQLException {
        this.name = name;
        this.turso = turso;
        this.file = file;
        this.reset = family(file);
        this.random = random;
        this.ledger = ledger;
        this.story = story;
        this.replication = turso.replicate(reset);
        this.connection = connect();
    }

    static SchemaReset family(Path file) {
        return SchemaReset.forPackage("dev.schemareset.turso.family")
                .withoutBackup()
                .database(file);
    }

    private Connection connect() throws SQLException {
        Connection opened = DriverManager.getConnection("jdbc:sqlite:" + file);
        execute(opened, "PRAGMA foreign_keys = ON");
        execute(opened, "PRAGMA synchronous = OFF");
        execute(opened, "PRAGMA recursive_triggers = " + random.nextBoolean());
        return opened;
    }

    /** The process ends, and another one begins. */
    void restart() throws SQLException {
        story.tell(name, "restarts");
        close();
        replication = turso.replicate(reset);
        connection = connect();
    }

    /** Whether it waits for the server, or decides a conflict. */
    boolean isExchanging() {
        return exchanging;
    }

    /** A transaction, in which what breaks a rule is left out or ends it. */
    void write(List<String> statements) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        Set<String> before = rows();
        for (String statement : statements) {
            try {
                execute(connection, statement);
                story.tell(name, statement);
            } catch (SQLException e) {
                if ((e.getErrorCode() & 0xff) != SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                    throw e;
                }
                if (random.nextInt(3) == 0) {
                    execute(connection, "ROLLBACK");
                    story.tell(name, "ROLLBACK");
                    return;
                }
            }
        }
        if (random.nextInt(8) == 0) {
            execute(connection, "ROLLBACK");
            story.tell(name, "ROLLBACK");
            return;
        }
        Set<String> after = rows();
        execute(connection, "COMMIT");
        story.tell(name, "COMMIT");
        ledger.wrote(before, after);
    }

    /** Asks for an exchange; empty when the server could not be reached. */
    Optional<SyncReport> exchange(Function<TursoReplication, SyncReport> how) {
        exchanging = true;
        try {
            story.tell(name, "exchanges");
            SyncReport report = how.apply(replication);
            story.tell(name, report.exchange());
            assertThat(report.exchange().notes()).as("%s is no copy", name).noneMatch(note -> note.contains("copy"));
            return Optional.of(report);
        } catch (SyncException e) {
            if (e.reason() != Reason.UNREACHABLE) {
                throw e;
            }
            story.tell(name, "cannot reach the server");
            return Optional.empty();
        } finally {
            exchanging = false;
        }
    }

    /** Lets a version of a conflict stand, if there is one. */
    void resolve() throws SQLException {
        List<Conflict> conflicts = tell();
        if (conflicts.isEmpty()) {
            return;
        }
        Conflict conflict = conflicts.get(random.nextInt(conflicts.size()));
        Side chosen = random.nextBoolean() ? Side.LOCAL : Side.REMOTE;
        story.tell(name, "resolves for " + chosen + ": " + conflict);
        Set<String> before = rows();
        try {
            replication.resolve(conflict, chosen);
        } catch (SyncException e) {
            if (e.reason() != Reason.CONFLICT) {
                throw e;
            }
        }
        ledger.wrote(before, rows());
    }

    /** Writes into the ledger what its conflicts tell. */
    List<Conflict> tell() {
        List<Conflict> conflicts = replication.conflicts();
        for (Conflict conflict : conflicts) {
            conflict.local().ifPresent(row -> ledger.tells(Sight.of(conflict.table(), row)));
            conflict.remote().ifPresent(row -> ledger.tells(Sight.of(conflict.table(), row)));
        }
        return conflicts;
    }

    Set<String> rows() throws SQLException {
        return Sight.of(connection);
    }

    /** It sees itself that both sides are equal. */
    void verify() {
        SyncVerification verification = replication.verify();
        assertThat(verification.isEqual()).as("%s: %s", name, verification).isTrue();
    }

    /** Nothing is left to send, and the file is whole. */
    void check() throws SQLException {
        assertThat(replication.status().dirtyRows())
                .as("dirty rows of %s", name)
                .isZero();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(result.getString(1)).as("integrity of %s", name).isEqualTo("ok");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        replication.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
