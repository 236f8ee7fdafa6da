package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.DatabaseBusyException;
import dev.schemareset.error.MigrationNotWrittenException;
import dev.schemareset.error.ResetFailedException;
import dev.schemareset.error.SchemaResetException;
import dev.schemareset.error.UnusableDatabaseException;
import dev.schemareset.spi.LocalDatabase;
import dev.schemareset.support.Sqlite;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be used as a database is told with its place, the state of the data and what to do, and stays as it is. */
class UnusableDatabaseTest {

    @Table
    record Item(@PrimaryKey Long id) {}

    private static final Map<Class<?>, Object> DEFAULTS = Map.of(boolean.class, false, int.class, 0);

    @TempDir
    private Path directory;

    private SchemaReset reset;

    @BeforeEach
    void models() {
        reset = SchemaReset.forModels(Item.class).migrationsDirectory(directory.resolve("migrations"));
    }

    @Test
    void directoryAsDatabase() {
        SchemaReset onDirectory = reset.database(directory);

        String message = """
                Cannot %s the database %s: it is a directory.
                Your data: nothing was changed.
                What to do: pass the path of a file, e.g. %s/local.db.""";
        assertUnusable(onDirectory::generate, message.formatted("read", directory, directory));
        assertUnusable(onDirectory::plan, message.formatted("read", directory, directory));
        assertUnusable(onDirectory::info, message.formatted("read", directory, directory));
        assertUnusable(() -> onDirectory.apply(Confirm.YES), message.formatted("reset", directory, directory));
        assertUnusable(() -> onDirectory.jdbi().open(), message.formatted("open", directory, directory));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void missingParent() {
        Path database = directory.resolve("no/such/local.db");
        SchemaReset nowhere = reset.database(database);

        String message = """
                Cannot %s the database %s: the directory %s does not exist.
                Your data: nothing was changed.
                What to do: create the directory, or check the path.""";
        assertUnusable(nowhere::generate, message.formatted("read", database, database.getParent()));
        assertUnusable(nowhere::info, message.formatted("read", database, database.getParent()));
        assertUnusable(() -> nowhere.apply(Confirm.YES), message.formatted("reset", database, database.getParent()));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void notADatabase() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.txt"), "Buy milk.\n");
        SchemaReset onText = reset.database(text);

        String message = """
                Cannot %s the database %s: it is not a SQLite database.
                Your data: the file was not changed.
                What to do: check the path; if the file may be lost, delete it yourself and run again.""";
        assertUnusable(onText::generate, message.formatted("read", text));
        assertUnusable(onText::info, message.formatted("read", text));
        assertUnusable(() -> onText.apply(Confirm.YES), message.formatted("reset", text));
        assertThat(text).hasContent("Buy milk.\n");
        assertThat(directory).isDirectoryContaining(text::equals).isDirectoryNotContaining(file -> !file.equals(text));
    }

    @Test
    void truncatedDatabase() throws IOException {
        Path database = directory.resolve("local.db");
        Sqlite.execute(database, "CREATE TABLE a(b)", "CREATE TABLE c(d)");
        byte[] half = java.util.Arrays.copyOf(Files.readAllBytes(database), 4096);
        Files.write(database, half);
        SchemaReset onHalf = reset.database(database);

        assertThatThrownBy(() -> onHalf.apply(Confirm.YES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageStartingWith(
                        "Cannot reset the database " + database + ": it is damaged; SQLite says: [SQLITE_CORRUPT]");
        assertThat(database).hasBinaryContent(half);
    }

    @Test
    void readOnlyFile() throws IOException {
        Path database = directory.resolve("local.db");
        Sqlite.execute(database, "CREATE TABLE precious(id)", "INSERT INTO precious VALUES (1)");
        byte[] before = Files.readAllBytes(database);
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("r--r--r--"));
        SchemaReset onReadOnly = reset.database(database);

        String message = """
                Cannot %s the database %s: the file is read-only.
                Your data: nothing was changed.
                What to do: give the file write permission if it may be reset, or check the path.""";
        assertUnusable(() -> onReadOnly.apply(Confirm.YES), message.formatted("reset", database));
        assertUnusable(() -> onReadOnly.jdbi().open(), message.formatted("open", database));
        assertThat(onReadOnly.plan().found().summary()).isEqualTo("1 table (1 row)");
        assertThat(onReadOnly.info().tables()).hasSize(1);
        assertThat(database).hasBinaryContent(before);
    }

    /** SQLite finds the log of a database by the name of its file. What failed first is told, not the rollback after it. */
    @Test
    void hardLinkToADatabaseWithALiveLog() throws Exception {
        Path database = directory.resolve("local.db");
        Path link = directory.resolve("link.db");
        try (Connection application = Sqlite.open(database)) {
            Sqlite.execute(
                    application,
                    "PRAGMA journal_mode = WAL",
                    "CREATE TABLE a(b)",
                    "PRAGMA wal_checkpoint(TRUNCATE)",
                    "INSERT INTO a VALUES (1)");
            Files.createLink(link, database);

            SchemaReset onLink = reset.database(link);
            String message = """
                    Cannot read the database %s: the file has 2 names (hard links), and some of its content seems to be in a log beside another one; SQLite says: [SQLITE_IOERR_SHORT_READ] The VFS layer was unable to obtain as many bytes as was requested (disk I/O error).
                    Your data: nothing was changed.
                    What to do: name the file as the program does that writes it.""".formatted(link);
            assertUnusable(onLink::info, message);
            assertUnusable(onLink::plan, message);
            assertUnusable(onLink::generate, message);
            assertThat(Sqlite.query(application, "SELECT b FROM a")).containsExactly("1");
        }
    }

    @Test
    void missingDatabaseOfAnApplication() {
        Path database = directory.resolve("local.db");

        assertUnusable(() -> reset.database(database).jdbi().open(), """
                Cannot open the database %s: it does not exist.
                Your data: nothing was changed.
                What to do: create it with apply(Confirm.YES), or check the path.""".formatted(database));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void lockedDatabase() throws Exception {
        Path database = directory.resolve("local.db");
        Sqlite.execute(database, "CREATE TABLE a(b)", "INSERT INTO a VALUES (1)");
        byte[] before = Files.readAllBytes(database);

        try (Connection other = Sqlite.open(database);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            SchemaReset impatient = reset.database("jdbc:sqlite:" + database + "?busy_timeout=50");
            assertThatThrownBy(() -> impatient.apply(Confirm.YES))
                    .isInstanceOf(DatabaseBusyException.class)
                    .hasMessage("""
                            Cannot reset the database %s: it is locked, by another connection or by a query that is still open.
                            Your data: nothing was changed.
                            What to do: end the other transaction, close the query, or stop the program that holds the database, and run again.""".formatted(database));
            statement.execute("ROLLBACK");
        }
        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void jdbcUrls() {
        assertUnusable(() -> reset.database("local.db"), """
                Cannot use local.db as the database: it is not a JDBC URL of SQLite.
                Your data: nothing was changed.
                What to do: pass jdbc:sqlite:<file>, or Path.of("<file>").""");
        assertUnusable(() -> reset.database("jdbc:sqlite::resource:a.db"), """
                Cannot use jdbc:sqlite::resource:a.db as the database: a resource cannot be written.
                Your data: nothing was changed.
                What to do: pass jdbc:sqlite:<file>.""");
        assertUnusable(() -> reset.database("jdbc:sqlite:file://elsewhere/a.db"), """
                Cannot use jdbc:sqlite:file://elsewhere/a.db as the database: it names no file: another host than localhost.
                Your data: nothing was changed.
                What to do: pass jdbc:sqlite:<file>.""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:",
                "jdbc:sqlite:file:x?mode=memory",
                "jdbc:sqlite:file:x?cache=private&mode=memory",
                "jdbc:sqlite:file:x?mode=memory&shared_cache=true",
                "jdbc:sqlite:file:?cache=shared&mode=memory"
            })
    void databaseInMemoryByUrl(String url) {
        assertUnusable(() -> reset.database(url), """
                Cannot use %s as the database: a database in memory ends with the connection that opened it.
                Your data: nothing was changed.
                What to do: hand over the Jdbi that holds the connection: database(Jdbi.create(connection)).""".formatted(url.replaceFirst("\\?.*", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy_timeout=abc", "transaction_mode=foo"})
    void parameterWithAWrongValue(String parameter) {
        assertThatThrownBy(() -> reset.database("jdbc:sqlite:local.db?" + parameter))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageStartingWith(
                        "Cannot use jdbc:sqlite:local.db as the database: a parameter has a wrong value: ");
    }

    /** What a parameter writes would stay when the reset is rolled back. */
    @Test
    void failedResetLeavesNoTraceOfTheParameters() {
        Path database = directory.resolve("local.db");
        Sqlite.execute(
                database,
                "CREATE TABLE old(a)",
                "PRAGMA writable_schema = ON",
                "INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING absent(a)')");
        SchemaReset writing =
                reset.database("jdbc:sqlite:" + database + "?journal_mode=OFF&user_version=77&application_id=78");

        assertThatThrownBy(() -> writing.apply(Confirm.YES_DROP_FOREIGN_TABLES))
                .isInstanceOf(UnusableDatabaseException.class);

        assertThat(Sqlite.query(database, "PRAGMA user_version")).containsExactly("0");
        assertThat(Sqlite.query(database, "PRAGMA application_id")).containsExactly("0");
        assertThat(Sqlite.query(database, "SELECT name FROM sqlite_schema")).containsExactly("old", "v");
    }

    /** The file stays: another process may be at work in it. An empty file is an empty database. */
    @Test
    void failedResetOfANewDatabaseLeavesAnEmptyOne() {
        Path database = directory.resolve("local.db");
        SchemaReset tooShort = reset.database("jdbc:sqlite:" + database + "?limit_sql_length=10");

        assertThatThrownBy(() -> tooShort.apply(Confirm.YES)).isInstanceOf(SchemaResetException.class);

        assertThat(database).isEmptyFile();
        assertThat(reset.database(database).plan().found().objects()).isEmpty();
    }

    /** A reset that gives up must leave alone what the other one is creating. */
    @Test
    void newDatabaseThatAnotherConnectionIsCreating() throws Exception {
        Path database = directory.resolve("local.db");
        try (Connection other = Sqlite.open(database);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("CREATE TABLE theirs(a)");
            SchemaReset impatient = reset.database("jdbc:sqlite:" + database + "?busy_timeout=50");

            assertThatThrownBy(() -> impatient.apply(Confirm.YES)).isInstanceOf(DatabaseBusyException.class);

            statement.execute("COMMIT");
        }
        assertThat(Sqlite.query(database, "SELECT name FROM sqlite_schema")).containsExactly("theirs");
    }

    @Test
    void jdbiThatOpensOneConnectionOnly() throws Exception {
        try (Connection connection = Sqlite.open(Path.of(":memory:"))) {
            AtomicBoolean opened = new AtomicBoolean();
            Jdbi once = Jdbi.create(() -> {
                if (opened.getAndSet(true)) {
                    throw new SQLException("no more connections");
                }
                return connection;
            });

            assertUnusable(() -> reset.database(once).apply(Confirm.YES), """
                    Cannot use the given Jdbi again: java.sql.SQLException: no more connections.
                    Your data: the reset is done; only a second connection would show whether its database in memory still exists.
                    What to do: hand over the Jdbi of one connection that stays open, Jdbi.create(connection), or of a pool of one; or let all share a database that one of them holds open, e.g. jdbc:sqlite:file:app?mode=memory&cache=shared.""");
        }
    }

    @Test
    void journalModeThatCannotRollBack() throws Exception {
        try (Connection connection = Sqlite.open(directory.resolve("local.db"))) {
            Jdbi jdbi = Jdbi.create(connection);
            jdbi.useHandle(handle -> handle.execute("PRAGMA journal_mode = OFF"));

            assertThatThrownBy(() -> reset.database(jdbi).apply(Confirm.YES))
                    .isInstanceOf(ResetFailedException.class)
                    .hasMessage("""
                            Cannot reset the database %s: its connection has the journal mode OFF, with which nothing can be rolled back.
                            Your data: nothing was changed.
                            What to do: choose another journal mode, e.g. PRAGMA journal_mode = DELETE, and run again.""".formatted(directory.resolve("local.db")));
        }
    }

    /** sqlite-jdbc would take it for a part of the file's name, and open another file. */
    @ParameterizedTest
    @ValueSource(strings = {"jurnal_mode=WAL", "foreign_keys", "cache", "MODE=ro"})
    void unknownParameterOfAUrl(String parameter) {
        String url = "jdbc:sqlite:" + directory.resolve("local.db");

        assertUnusable(() -> reset.database(url + "?cache_size=10&" + parameter), """
                Cannot use %s as the database: neither sqlite-jdbc nor SQLite knows a parameter "%s" with a value.
                Your data: nothing was changed.
                What to do: correct the parameter, or remove it.""".formatted(
                        url, parameter.replaceFirst("=.*", "")));
        assertThat(directory).isEmptyDirectory();
    }

    /** So it is in a URI; in a plain path it would be a part of the file's name. */
    @ParameterizedTest
    @ValueSource(strings = {"cache=shared", "mode=ro", "mode=memory", "vfs=memdb"})
    void parameterOfAUriInAPlainPath(String parameter) {
        String url = "jdbc:sqlite:" + directory.resolve("local.db");

        assertUnusable(
                () -> reset.database(url + "?" + parameter), """
                Cannot use %s as the database: SQLite knows the parameter "%s" in a URI only; sqlite-jdbc would take it for a part of the file's name.
                Your data: nothing was changed.
                What to do: write file: before the path, or remove the parameter.""".formatted(url, parameter.replaceFirst("=.*", "")));
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cache=shared", "cache=private", "mode=rwc", "psow=0", "nolock=0&immutable=off", "Cache_Size=10"
            })
    void parameterOfAUriThatIsHonoured(String parameter) {
        SchemaReset byUri = reset.database("jdbc:sqlite:file:" + directory.resolve("local.db") + "?" + parameter);

        byUri.apply(Confirm.YES);
        byUri.verify().assertInSync();
        assertThat(byUri.jdbi()
                        .<Integer, RuntimeException>withHandle(handle -> handle.execute("INSERT INTO item VALUES (1)")))
                .isEqualTo(1);
        assertThat(directory.resolve("local.db")).isRegularFile();
    }

    /** In a shared cache, whoever reads a table that another connection writes gets an error at once. */
    @Test
    void sharedCacheIsForTheApplicationAlone() throws Exception {
        SchemaReset byUri = reset.database("jdbc:sqlite:file:" + directory.resolve("local.db") + "?cache=shared");
        byUri.apply(Confirm.YES);
        LocalDatabase local = byUri.localDatabase();

        byUri.jdbi().useTransaction(handle -> {
            handle.execute("INSERT INTO item VALUES (1)");
            try (Connection ofTheSync = local.connect()) {
                assertThat(Sqlite.query(ofTheSync, "SELECT count(*) FROM item")).containsExactly("0");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nolock=1 | with nolock=1 nothing keeps two connections from writing at once, which can destroy the file. | "
                        + "remove the parameter.",
                "immutable=1 | immutable=1 is for a file that never changes, and a reset changes it. | remove the parameter; a "
                        + "file that may not be written is read in this way without it.",
                "vfs=memdb | another VFS may keep locks and journals where SchemaReset does not look for them. | remove the "
                        + "parameter; for a database in memory, say mode=memory&cache=shared.",
                "mode=wr | SQLite knows no mode=wr. | say one of memory, ro, rw, rwc, or remove the parameter.",
                "cache=foo | SQLite knows no cache=foo. | say one of private, shared, or remove the parameter."
            })
    void parameterOfAUriThatCannotBeHonoured(String parameter, String why, String remedy) {
        String url = "jdbc:sqlite:file:" + directory.resolve("local.db");

        assertUnusable(() -> reset.database(url + "?" + parameter), """
                Cannot use %s as the database: %s
                Your data: nothing was changed.
                What to do: %s""".formatted(url, why, remedy));
    }

    @Test
    void uriThatSaysReadOnly() {
        Path database = directory.resolve("local.db");
        reset.database(database).apply(Confirm.YES);
        SchemaReset reader = reset.database("jdbc:sqlite:file:" + database + "?mode=ro");

        reader.verify().assertInSync();
        assertThat(reader.info().tables()).hasSize(1);
        String message = """
                Cannot %s the database %s: its URL says mode=ro, with which it may only be read.
                Your data: nothing was changed.
                What to do: say mode=rwc, or remove mode; an application that only reads makes its own Jdbi and installs the SchemaResetPlugin.""";
        assertUnusable(() -> reader.apply(Confirm.YES), message.formatted("reset", database));
        assertUnusable(() -> reader.jdbi().open(), message.formatted("open", database));
    }

    @Test
    void uriThatSaysNotToCreate() {
        Path database = directory.resolve("local.db");
        SchemaReset existing = reset.database("jdbc:sqlite:file:" + database + "?mode=rw");

        assertUnusable(() -> existing.apply(Confirm.YES), """
                Cannot reset the database %s: it does not exist, and its URL says mode=rw, with which it is not created.
                Your data: nothing was changed.
                What to do: say mode=rwc, or check the path.""".formatted(database));
        assertThat(directory).isEmptyDirectory();
        reset.database(database).apply(Confirm.YES);
        existing.apply(Confirm.YES);
        existing.verify().assertInSync();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":memory:",
                "jdbc:sqlite:foo.db",
                "file:foo.db",
                "libsql://db.turso.io",
                "sqlite:///y.db",
                "wss://x"
            })
    void urlAsAPath(String path) {
        assertUnusable(() -> reset.database(Path.of(path)), """
                Cannot use the path %s as the database: it looks like a URL, and as a path it would create a file of that name.
                Your data: nothing was changed.
                What to do: name a file by its path, or by a JDBC URL as a String, jdbc:sqlite:<file>; for a database in memory, hand over its Jdbi.""".formatted(Path.of(path)));
    }

    @Test
    void pathThatOnlyAShellUnderstands() {
        assertUnusable(() -> reset.database(Path.of("~/data/x.db")), """
                Cannot use the path ~/data/x.db as the database: only a shell takes ~ for the home directory.
                Your data: nothing was changed.
                What to do: write the whole path, e.g. %s/data/x.db.""".formatted(System.getProperty("user.home")));
        assertUnusable(() -> reset.database(Path.of("'x.db'")), """
                Cannot use the path 'x.db' as the database: the quotes would be a part of the name.
                Your data: nothing was changed.
                What to do: write it without them: x.db.""");
    }

    @Test
    void jdbiWithAMemoryForEachConnection() {
        SchemaReset forgetful = reset.database(Jdbi.create("jdbc:sqlite::memory:"));

        assertUnusable(() -> forgetful.apply(Confirm.YES), """
                Cannot use the given Jdbi: its database is in memory, and every connection has one of its own.
                Your data: nothing was changed.
                What to do: hand over the Jdbi of one connection that stays open, Jdbi.create(connection), or of a pool of one; or let all share a database that one of them holds open, e.g. jdbc:sqlite:file:app?mode=memory&cache=shared.""");
    }

    /** Connections share it, but none stays open. */
    @Test
    void jdbiWithAMemoryThatEndsWithItsConnection() {
        SchemaReset forgetful = reset.database(Jdbi.create("jdbc:sqlite:file:forgetful?mode=memory&cache=shared"));

        assertUnusable(() -> forgetful.apply(Confirm.YES), """
                Cannot use the given Jdbi: its database is in memory, and ends with the connection that wrote it.
                Your data: what was created is gone with the connection it was created on; no file was touched.
                What to do: hand over the Jdbi of one connection that stays open, Jdbi.create(connection), or of a pool of one; or let all share a database that one of them holds open, e.g. jdbc:sqlite:file:app?mode=memory&cache=shared.""");
    }

    @Test
    void pathOfAnotherFileSystem() throws IOException {
        Path zip = directory.resolve("files.zip");
        try (FileSystem fileSystem = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            assertUnusable(() -> reset.database(fileSystem.getPath("local.db")), """
                    Cannot open the database local.db: it is not on the default file system.
                    Your data: nothing was changed.
                    What to do: pass a path on the disk.""");
        }
    }

    @Test
    void jdbiOfAnotherDatabase() {
        Jdbi other = Jdbi.create(() -> connectionTo("PostgreSQL"));

        assertUnusable(() -> reset.database(other).apply(Confirm.YES), """
                Cannot use the given Jdbi: it connects to PostgreSQL, not to SQLite.
                Your data: nothing was changed.
                What to do: hand over a Jdbi that connects to SQLite.""");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "0, false", "1, false"})
    void jdbiInsideATransaction(int foreignKeys, boolean autoCommit) throws Exception {
        Path database = directory.resolve("local.db");
        Sqlite.execute(database, "CREATE TABLE a(b)");

        try (Connection connection = Sqlite.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = " + foreignKeys);
            connection.setAutoCommit(autoCommit);
            if (autoCommit) {
                statement.execute("BEGIN");
            }
            statement.execute("INSERT INTO a VALUES (1)");
            SchemaReset inside = reset.database(Jdbi.create(connection));

            assertThatThrownBy(() -> inside.apply(Confirm.YES))
                    .isInstanceOf(ResetFailedException.class)
                    .hasMessage("""
                            Cannot reset the database %s: its connection is inside a transaction.
                            Your data: nothing was changed.
                            What to do: commit or roll back that transaction, or turn auto-commit on, and run again.""".formatted(database));
            assertThat(inside.plan().found().summary()).isEqualTo("1 table (1 row)");
            statement.execute("INSERT INTO a VALUES (2)");
            statement.execute("COMMIT");
        }
        assertThat(Sqlite.query(database, "SELECT b FROM a")).containsExactly("1", "2");
    }

    @Test
    void migrationsDirectoryThatIsAFile() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        SchemaReset intoFile = reset.database(directory.resolve("local.db")).migrationsDirectory(file);

        assertThatThrownBy(intoFile::generate)
                .isInstanceOf(MigrationNotWrittenException.class)
                .hasMessage("""
                        Cannot write a migration file into %s: it is not a directory.
                        Your data: the database was only read; no migration file was overwritten.
                        What to do: check the directory and its permissions, or choose another with migrationsDirectory(...).""".formatted(file));
    }

    private static void assertUnusable(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(UnusableDatabaseException.class).hasMessage(message);
    }

    /** Stands for a driver that is not here; nothing but its name is asked for. */
    private static Connection connectionTo(String product) {
        DatabaseMetaData metaData = proxy(DatabaseMetaData.class, product);
        return proxy(Connection.class, metaData);
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        method.getReturnType().isInstance(answer) ? answer : DEFAULTS.get(method.getReturnType())));
    }

    /** sqlite-jdbc opens another file than the one that is meant. */
    @Test
    void jdbiWithAnUnknownParameterIsRefused() throws IOException {
        Path file = directory.resolve("app.db");
        SchemaReset misspelt =
                reset.database(Jdbi.create("jdbc:sqlite:" + file + "?busy_timeut=5000&foreign_keys=true"));

        assertThatThrownBy(() -> misspelt.apply(Confirm.YES))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessage("""
                        Cannot use the given Jdbi: its file is called app.db?busy_timeut=5000. sqlite-jdbc takes a parameter that it does not know for a part of the name.
                        Your data: nothing was changed in it.
                        What to do: correct the parameter in the URL of the connections, or remove it.""");
        assertThat(Files.size(directory.resolve("app.db?busy_timeut=5000"))).isZero();
        assertThat(file).doesNotExist();
    }
}
