package dev.schemareset.manage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.schemareset.turso.support.RawPipeline;
import dev.schemareset.turso.support.TursoServer;
import dev.schemareset.turso.support.WithServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A directory for the local database, and a real server with the remote one. Both are empty. */
@WithServer
abstract class OnBothSides {

    Path directory;
    TursoServer server;
    Shell shell;

    @BeforeEach
    void start(@TempDir Path directory, @TempDir Path store, TursoServer server) throws Exception {
        this.directory = directory;
        this.server = server;
        shell = new Shell(directory, server.url());
    }

    /** Resets both. Then there are a team and two users here, and another team there. */
    void fillBoth() throws Exception {
        shell.fillDatabase();
        there("INSERT INTO teams (name) VALUES ('Red')");
    }

    /** Makes the remote database as somebody else would, with an order. */
    void makeForeignRemote() throws Exception {
        there("CREATE TABLE orders (id INTEGER)", "INSERT INTO orders VALUES (1)");
    }

    /** Does something to the remote database, as other programs do. */
    void there(String... statements) throws Exception {
        RawPipeline.execute(server.url(), statements);
    }

    List<List<String>> seenThere(String query) throws Exception {
        return RawPipeline.query(server.url(), query);
    }

    /** All there is on both sides, to tell whether anything was changed. */
    List<Object> content() throws Exception {
        List<Object> content = new ArrayList<>();
        content.add(Files.exists(shell.database()) ? Files.readString(shell.database(), ISO_8859_1) : "no file");
        content.add(seenThere("SELECT type, name, sql FROM sqlite_schema"));
        for (List<String> table : seenThere("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            content.add(seenThere("SELECT * FROM \"" + table.get(0) + '"'));
        }
        return content;
    }
}
