package dev.schemareset.connection;

import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Borrows connections from an application's own {@code Jdbi}. */
public final class JdbiSource implements ConnectionSource {

    private static final String GIVEN = "(of the given Jdbi)";

    private static final String FOREIGN_KEYS_NOTE =
            "Connections of the given Jdbi do not enforce foreign keys, unless jdbi() opens them. Switch it on where they are"
                    + " made, e.g. jdbc:sqlite:app.db?foreign_keys=true.";

    private static final Pattern PARAMETER = Pattern.compile("\\?\\w+=");

    private final Jdbi jdbi;
    private final MemoryCheck memory;

    /** Known once a connection was open: to open one for a message could wait for the one that has failed. */
    private volatile String name = GIVEN;

    /** Whether a connection came that did not enforce them; once jdbi() has switched it on, a pool does not show it any more. */
    private volatile boolean lacksForeignKeys;

    public JdbiSource(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.memory = new MemoryCheck(jdbi);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Path> file() {
        return read(MainFile::of).flatMap(file -> file);
    }

    @Override
    public <T> Optional<T> read(Work<T> work) {
        try (Handle handle = open()) {
            return Optional.of(work.on(sqlite(handle, Action.READ)));
        } catch (SQLException e) {
            throw SqliteErrors.failed(Action.READ, name(), e);
        }
    }

    @Override
    public <T> T write(Action action, Work<T> work) {
        T result;
        String written;
        try (Handle handle = open()) {
            Connection connection = sqlite(handle, action);
            if (MainFile.of(connection).isPresent()) {
                return work.on(connection);
            }
            memory.requireShared(connection);
            result = work.on(connection);
            written = MemoryCheck.version(connection);
        } catch (SQLException e) {
            throw SqliteErrors.failed(action, name(), e);
        }
        memory.requireKept(written);
        return result;
    }

    /** A pool may have no second connection to give, so that a file is opened anew. */
    @Override
    public void copy(Connection locked, Path target) throws SQLException, IOException {
        Optional<Path> file = MainFile.of(locked);
        if (file.isPresent()) {
            new FileSource(file.get(), new Properties()).copy(locked, target);
        } else {
            PageCopy.ofMemory(locked, target);
        }
    }

    /** A pool may have no connection to give for long, so that the file is opened anew. */
    @Override
    public Connection connect() {
        return file().map(file -> new FileSource(file, new Properties()).connect())
                .orElseThrow(() -> new UnusableDatabaseException(
                        "Cannot open the database " + name() + " once more: it is in memory.",
                        "nothing was changed.",
                        "hand over a database in a file.",
                        null));
    }

    @Override
    public Jdbi jdbi() {
        return jdbi.installPlugin(new ForeignKeysPlugin());
    }

    @Override
    public List<String> notes() {
        return lacksForeignKeys ? List.of(FOREIGN_KEYS_NOTE) : List.of();
    }

    private Handle open() {
        NativeLibrary.require();
        try {
            return jdbi.open();
        } catch (ConnectionException e) {
            throw new UnusableDatabaseException(
                    "Cannot open the database " + name() + ": " + e.getMessage(),
                    "nothing was changed.",
                    "check what the Jdbi was created with, e.g. that the directory of the file exists.",
                    e);
        }
    }

    private Connection sqlite(Handle handle, Action action) throws SQLException {
        Connection connection = handle.getConnection();
        String product = connection.getMetaData().getDatabaseProductName();
        if (!product.equals("SQLite")) {
            throw new UnusableDatabaseException(
                    "Cannot use the given Jdbi: it connects to " + product + ", not to SQLite.",
                    "nothing was changed.",
                    "hand over a Jdbi that connects to SQLite.",
                    null);
        }
        Optional<Path> file = MainFile.of(connection);
        name = file.map(Path::toString).orElse("in memory " + GIVEN);
        lookForForeignKeys(connection);
        if (file.isPresent()) {
            requireNoParameter(file.get());
            new DatabaseFile(file.get()).requireNoOtherEngine(action);
        }
        return connection;
    }

    /** An application would not find its rows in a file of that name, and would reset it. */
    private static void requireNoParameter(Path file) {
        String called = file.getFileName().toString();
        if (PARAMETER.matcher(called).find()) {
            throw new UnusableDatabaseException(
                    "Cannot use the given Jdbi: its file is called " + called
                            + ". sqlite-jdbc takes a parameter that it does not know for a part of the name.",
                    "nothing was changed in it.",
                    "correct the parameter in the URL of the connections, or remove it.",
                    null);
        }
    }

    /** Whether a connection enforces them; one that does not is remembered. */
    private boolean lookForForeignKeys(Connection connection) throws SQLException {
        boolean enforced = Pragmas.number(connection, "PRAGMA foreign_keys") != 0;
        if (!enforced) {
            lacksForeignKeys = true;
        }
        return enforced;
    }

    /** SQLite enforces foreign keys only on connections that ask for it, and lets none ask inside a transaction. */
    private final class ForeignKeysPlugin extends JdbiPlugin.Singleton {
        @Override
        public Connection customizeConnection(Connection connection) throws SQLException {
            if (!lookForForeignKeys(connection)) {
                Pragmas.execute(connection, Plan.FOREIGN_KEYS_ON.sql());
                if (!lookForForeignKeys(connection)) {
                    throw unenforceable();
                }
            }
            return connection;
        }

        private UnusableDatabaseException unenforceable() {
            return new UnusableDatabaseException(
                    "Cannot open the database " + name()
                            + ": its connection does not enforce foreign keys, and is inside a"
                            + " transaction, where SQLite does not change that. Without auto-commit it always is.",
                    "nothing was changed.",
                    "switch it on where the connections are made, e.g. jdbc:sqlite:app.db?foreign_keys=true.",
                    null);
        }
    }
}
