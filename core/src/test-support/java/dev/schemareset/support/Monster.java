package dev.schemareset.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A database with everything in it that is hard to drop, and hard to bring back. */
public final class Monster {

    /** Asked of the modules themselves, which the rows of their shadow tables must still make sense to. */
    private static final String[] QUESTIONS = {
        "SELECT rowid, title, body FROM docs WHERE docs MATCH 'runs AND ubel' ORDER BY rank, rowid",
        "SELECT rowid, highlight(docs, 0, '<', '>') FROM docs WHERE docs MATCH 'title: title1*' ORDER BY rowid",
        "SELECT rowid, body FROM note_index WHERE note_index MATCH 'milk' ORDER BY rowid",
        "SELECT rowid, body FROM bare WHERE bare MATCH 'nowhere' ORDER BY rowid",
        "SELECT docid, snippet(mail) FROM mail WHERE mail MATCH 'run' ORDER BY docid",
        "SELECT * FROM places WHERE x0 > 40 AND y1 < 60 ORDER BY id",
        "SELECT * FROM farms ORDER BY a"
    };

    private Monster() {}

    /** Makes it in a new file. The pragmas come first, as those of a new file must. */
    public static void create(Path database, String... pragmas) {
        try (Connection connection = Sqlite.open(database)) {
            // The file is not there yet: a crash would lose nothing, and the disk need not be waited for.
            Sqlite.execute(connection, "PRAGMA synchronous = OFF");
            Sqlite.execute(connection, pragmas);
            create(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes it in an empty database. */
    public static void create(Connection connection) throws SQLException {
        Sqlite.execute(connection, script().split("\n\n"));
    }

    /** What the full-text indexes, the R*Tree and the views answer. */
    public static List<String> answers(Connection connection) throws SQLException {
        List<String> answers = new ArrayList<>();
        for (String question : QUESTIONS) {
            answers.add(question);
            answers.addAll(Sqlite.query(connection, question));
        }
        return answers;
    }

    private static String script() {
        try (InputStream script = Monster.class.getResourceAsStream("/monster.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
