package dev.schemareset.support;

import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * How a database is kept in its file, and how it is written.
 *
 * @param seed what made it; 0 when it is not random
 * @param journal the journal mode; in the file itself is only whether it is a write-ahead log
 * @param synchronous how often SQLite waits for the disk
 * @param pageSize the size of a page in bytes
 * @param encoding how text is stored
 * @param autoVacuum what becomes of free pages
 * @param given whether the application hands over its own {@code Jdbi}, else a URL with the same parameters
 */
public record Storage(
        int seed, String journal, String synchronous, int pageSize, String encoding, String autoVacuum, boolean given) {

    /** sqlite-jdbc has no value for it. */
    private static final String NO_PARAMETER = "extra";

    private static final List<String> JOURNALS = List.of("delete", "truncate", "persist", "wal", "memory");
    private static final List<String> SYNCHRONOUS = List.of("off", "normal", "full", NO_PARAMETER);
    private static final List<Integer> PAGE_SIZES = List.of(512, 1024, 4096, 65536);
    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16le", "UTF-16be");

    /** In the order of the numbers SQLite has for them. */
    private static final List<String> AUTO_VACUUMS = List.of("none", "full", "incremental");

    /** Each value once, with what SQLite does by default for the others. */
    public static Stream<Storage> eachValue() {
        Storage usual = new Storage(0, "delete", "full", 4096, "UTF-8", "none", false);
        return Stream.of(
                        JOURNALS.stream().map(usual::withJournal),
                        SYNCHRONOUS.stream().map(usual::withSynchronous),
                        PAGE_SIZES.stream().map(usual::withPageSize),
                        ENCODINGS.stream().map(usual::withEncoding),
                        AUTO_VACUUMS.stream().map(usual::withAutoVacuum))
                .flatMap(storages -> storages)
                .distinct();
    }

    /** A reset by URL leaves the journal mode of its parameters to the application. */
    private Storage withJournal(String other) {
        return new Storage(seed, other, synchronous, pageSize, encoding, autoVacuum, true);
    }

    private Storage withSynchronous(String other) {
        return new Storage(seed, journal, other, pageSize, encoding, autoVacuum, other.equals(NO_PARAMETER));
    }

    private Storage withPageSize(int other) {
        return new Storage(seed, journal, synchronous, other, encoding, autoVacuum, given);
    }

    private Storage withEncoding(String other) {
        return new Storage(seed, journal, synchronous, pageSize, other, autoVacuum, given);
    }

    private Storage withAutoVacuum(String other) {
        return new Storage(seed, journal, synchronous, pageSize, encoding, other, given);
    }

    /** Any combination. */
    public static Storage random(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String synchronous = any(SYNCHRONOUS, random);
        boolean given = synchronous.equals(NO_PARAMETER) || random.nextBoolean();
        return new Storage(
                seed,
                any(JOURNALS, random),
                synchronous,
                any(PAGE_SIZES, random),
                any(ENCODINGS, random),
                any(AUTO_VACUUMS, random),
                given);
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    /** What a new file must be told before anything is in it. */
    public String[] pragmasOfTheFile() {
        return new String[] {
            "PRAGMA page_size = " + pageSize,
            "PRAGMA encoding = '" + encoding + "'",
            "PRAGMA auto_vacuum = " + autoVacuum,
            "PRAGMA journal_mode = " + journal
        };
    }

    /** What any connection finds in the file. */
    public List<String> stored() {
        return List.of(
                journal.equals("wal") ? "wal" : "delete",
                String.valueOf(pageSize),
                encoding,
                String.valueOf(AUTO_VACUUMS.indexOf(autoVacuum)));
    }

    /** The reset of a database, with connections that write this way. */
    public SchemaReset choose(SchemaReset reset, Path database) {
        return given
                ? reset.database(Jdbi.create(() -> open(database)))
                : reset.database(
                        "jdbc:sqlite:" + database + "?journal_mode=" + journal + "&synchronous=" + synchronous);
    }

    private Connection open(Path database) throws SQLException {
        Connection connection = Sqlite.open(database);
        Sqlite.execute(connection, "PRAGMA journal_mode = " + journal, "PRAGMA synchronous = " + synchronous);
        return connection;
    }
}
