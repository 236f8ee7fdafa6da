package dev.schemareset.connection;

import dev.schemareset.error.UnusableDatabaseException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file that is, or may become, a database. Says what is wrong with it in clearer words than SQLite. */
record DatabaseFile(Path path, String origin) {

    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** A file that another engine keeps beside a database, and what it tells; {@code %s} stands for it. */
    private record Trace(String suffix, String what, String remedy) {}

    private static final String REPLICA =
            "it is a libSQL replica, as %s shows; opening it with plain SQLite would damage it.";

    private static final String REMOVE_REPLICA =
            "name another file for this application's own database, or remove the replica with the program that made it.";

    /**
     * The client of libSQL keeps a replica of a remote database as a SQLite file with files of its own beside it, and expects that nothing
     * else writes the three. Turso's engine does not take the locks of SQLite where several of its processes share a file: each overwrites
     * what the other has committed, and no check finds it (measured with 0.6 and 0.7).
     */
    private static final List<Trace> TRACES = List.of(
            new Trace("-info", REPLICA, REMOVE_REPLICA),
            new Trace("-client_wal_index", REPLICA, REMOVE_REPLICA),
            new Trace(
                    "-tshm",
                    "Turso's own engine opened it with --experimental-multiprocess-wal, as %s shows; what plain SQLite writes at "
                            + "the same time is lost without an error.",
                    "end every program that has it open in that way, then delete %s; or name another file."));

    /** What people write for a database elsewhere, and mean no file by. A drive of Windows has one letter. */
    private static final Pattern NO_FILE =
            Pattern.compile("(?:jdbc|file|sqlite3?|libsql|https?):.*|[A-Za-z][A-Za-z0-9+.-]+:/.*|:memory:");

    private static final String CHECK = "check the path and its permissions.";

    /** What a shell would have replaced. */
    private static final Pattern HOME = Pattern.compile("~(?:[/\\\\](.*))?");

    private static final Pattern QUOTED = Pattern.compile("([\"'])(.*)\\1");

    /**
     * Makes one.
     *
     * @param path the path as it was given
     * @param origin where it comes from, for messages, e.g. {@code  (from LOCAL_DB_PATH)}; empty when the application named it
     */
    DatabaseFile(Path path, String origin) {
        if (path.getFileSystem() != FileSystems.getDefault()) {
            throw new UnusableDatabaseException(
                    "Cannot open the database " + path + ": it is not on the default file system.",
                    "nothing was changed.",
                    "pass a path on the disk.",
                    null);
        }
        requireMeant(path);
        this.path = path.toAbsolutePath();
        this.origin = origin;
    }

    DatabaseFile(Path path) {
        this(path, "");
    }

    /** Refuses what would make a file of a strange name. One that is meant may be written with ./ before it. */
    private static void requireMeant(Path path) {
        String text = path.toString();
        Matcher home = HOME.matcher(text);
        Matcher quoted = QUOTED.matcher(text);
        if (NO_FILE.matcher(text).matches()) {
            throw notMeant(
                    path,
                    "it looks like a URL, and as a path it would create a file of that name.",
                    "name a file by its path, or by a JDBC URL as a String, jdbc:sqlite:<file>; for a database in memory, hand"
                            + " over its Jdbi.");
        }
        if (home.matches()) {
            Path whole = Path.of(System.getProperty("user.home"), Objects.requireNonNullElse(home.group(1), ""));
            throw notMeant(
                    path, "only a shell takes ~ for the home directory.", "write the whole path, e.g. " + whole + ".");
        }
        if (quoted.matches()) {
            throw notMeant(
                    path, "the quotes would be a part of the name.", "write it without them: " + quoted.group(2) + ".");
        }
    }

    private static UnusableDatabaseException notMeant(Path path, String why, String remedy) {
        return new UnusableDatabaseException(
                "Cannot use the path " + path + " as the database: " + why, "nothing was changed.", remedy, null);
    }

    /**
     * The URL that opens it. As a URI it may hold any character; in a plain path sqlite-jdbc would take what follows a "?"
     * for parameters.
     */
    String url() {
        return "jdbc:sqlite:" + real().toUri();
    }

    /** What may not be looked at counts as there: to open it tells why. */
    boolean exists() {
        return !Files.notExists(path);
    }

    /** What SQLite keeps beside it. */
    Journals journals() {
        return new Journals(real());
    }

    /** What differs once somebody has written the file. */
    record State(long size, FileTime modified) {}

    State state() {
        try {
            return new State(Files.size(path), Files.getLastModifiedTime(path));
        } catch (IOException e) {
            throw unusable(Action.READ, e + ".", CHECK, e);
        }
    }

    /** How many names it has, each a hard link; one where the system does not tell. */
    int names() {
        try {
            return Files.getFileStore(path).supportsFileAttributeView("unix")
                    ? (int) Files.getAttribute(path, "unix:nlink")
                    : 1;
        } catch (IOException e) {
            throw unusable(Action.READ, e + ".", CHECK, e);
        }
    }

    /** Where SQLite finds it, and its journals beside it: behind all symbolic links. */
    Path real() {
        try {
            Path parent = path.getParent();
            return exists() || parent == null
                    ? path.toRealPath()
                    : parent.toRealPath().resolve(path.getFileName());
        } catch (IOException e) {
            throw unusable(Action.OPEN, e + ".", CHECK, e);
        }
    }

    boolean isReadOnly() {
        return isReadOnly(path);
    }

    /** Whether SQLite can make no journal beside it. */
    boolean isInReadOnlyDirectory() {
        Path directory = real().getParent();
        return directory != null && isReadOnly(directory);
    }

    /** What lacks any write permission was marked on purpose: that counts also for a user who may write it anyway. */
    private boolean isReadOnly(Path file) {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            boolean marked = posix != null
                    && posix.readAttributes().permissions().stream().noneMatch(WRITE::contains);
            return marked || !Files.isWritable(file);
        } catch (IOException e) {
            throw unusable(Action.OPEN, e + ".", CHECK, e);
        }
    }

    void requireFile(Action action) {
        if (exists() && !Files.exists(path)) {
            real(); // tells why it may not be looked at
        }
        if (Files.isDirectory(path)) {
            throw unusable(
                    action, "it is a directory.", "pass the path of a file, e.g. " + path.resolve("local.db") + ".");
        }
        if (exists() && !Files.isRegularFile(path)) {
            throw unusable(action, "it is not a regular file.", "pass the path of a file.");
        }
        Path parent = path.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw unusable(
                    action, "the directory " + parent + " does not exist.", "create the directory, or check the path.");
        }
        requireNoOtherEngine(action);
    }

    void requireExisting(Action action) {
        requireFile(action);
        if (!exists()) {
            throw unusable(action, "it does not exist.", "create it with apply(Confirm.YES), or check the path.");
        }
    }

    void requireWritable(Action action) {
        requireFile(action);
        if (exists() && isReadOnly()) {
            throw unusable(
                    action,
                    "the file is read-only.",
                    "give the file write permission if it may be reset, or check the path.");
        }
        if (isInReadOnlyDirectory()) {
            throw unusable(
                    action,
                    "the directory " + real().getParent() + " is read-only, and SQLite keeps its journal in it.",
                    "give the directory write permission if the database may be written, or check the path.");
        }
    }

    void requireNoOtherEngine(Action action) {
        for (Trace trace : TRACES) {
            Path beside = Path.of(real() + trace.suffix());
            if (Files.exists(beside)) {
                throw unusable(
                        action,
                        trace.what().replace("%s", beside.toString()),
                        trace.remedy().replace("%s", beside.toString()));
            }
        }
    }

    private UnusableDatabaseException unusable(Action action, String why, String remedy) {
        return unusable(action, why, remedy, null);
    }

    UnusableDatabaseException unusable(Action action, String why, String remedy, @Nullable Throwable cause) {
        return new UnusableDatabaseException(
                "Cannot " + action.verb() + " the database " + this + ": " + why,
                "nothing was changed.",
                remedy,
                cause);
    }

    /** The absolute path, and where it comes from. */
    @Override
    public String toString() {
        return path + origin;
    }
}
