package dev.schemareset.connection;

import dev.schemareset.error.UnusableDatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * SQLite itself, which sqlite-jdbc unpacks into a directory for temporary files and loads from there. Where that fails, sqlite-jdbc says
 * so once, and every later connection ends with a bare {@link LinkageError} (measured). So its loader is called before each
 * connection: it does nothing once the library is loaded, and tries again when it is not.
 */
public final class NativeLibrary {

    private NativeLibrary() {}

    /** Opens a connection. */
    public static Connection connect(String url, Properties parameters) throws SQLException {
        require();
        return JDBC.createConnection(url, parameters);
    }

    /** Loads the library, or says why it cannot be loaded. On Java 17, to load it clears the interrupt of a thread (measured). */
    static void require() {
        boolean interrupted = Thread.currentThread().isInterrupted();
        try {
            SQLiteJDBCLoader.initialize();
        } catch (IllegalCallerException e) {
            throw forbidden(e);
        } catch (Exception e) {
            throw isPacked() ? notLoaded(e) : notPacked(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether sqlite-jdbc has a library for this system. */
    private static boolean isPacked() {
        return LibraryLoaderUtil.hasNativeLib(
                LibraryLoaderUtil.getNativeLibResourcePath(), LibraryLoaderUtil.getNativeLibName());
    }

    private static UnusableDatabaseException forbidden(IllegalCallerException e) {
        return new UnusableDatabaseException(
                "Cannot load the native library of SQLite: Java forbids it: " + e.getMessage() + ".",
                "nothing was changed.",
                "run Java with --enable-native-access=ALL-UNNAMED; or with --enable-native-access=org.xerial.sqlitejdbc, where"
                        + " sqlite-jdbc is on the module path.",
                e);
    }

    private static UnusableDatabaseException notPacked(Exception e) {
        return new UnusableDatabaseException(
                "Cannot load the native library of SQLite: sqlite-jdbc brings none for "
                        + OSInfo.getNativeLibFolderPathForCurrentOS() + "; it says: " + e.getMessage() + ".",
                "nothing was changed.",
                "use a system and an architecture for which it brings one, or name the directory of your own with"
                        + " -Dorg.sqlite.lib.path=<directory>.",
                e);
    }

    private static UnusableDatabaseException notLoaded(Exception e) {
        Path directory = directory();
        return new UnusableDatabaseException(
                "Cannot load the native library of SQLite: sqlite-jdbc unpacks " + LibraryLoaderUtil.getNativeLibName()
                        + " into the directory " + directory + " and loads it from there, but " + hindrance(directory)
                        + "; it says: " + e.getMessage() + ".",
                "nothing was changed.",
                "name a directory that may be written, and from which libraries may be loaded:"
                        + " -Dorg.sqlite.tmpdir=<directory>; or the directory in which you have unpacked it yourself:"
                        + " -Dorg.sqlite.lib.path=<directory>.",
                e);
    }

    /** As sqlite-jdbc chooses it. */
    private static Path directory() {
        return Path.of(System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")))
                .toAbsolutePath();
    }

    private static String hindrance(Path directory) {
        if (!Files.isDirectory(directory)) {
            return "it does not exist";
        }
        return Files.isWritable(directory)
                ? "it has no room, or nothing may be loaded from it, as from a mount with noexec"
                : "this process may not write to it";
    }
}
