package dev.schemareset.examples.manage;

import dev.schemareset.SchemaReset;
import dev.schemareset.examples.manage.model.Team;
import dev.schemareset.examples.manage.model.User;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Types commands in a directory of its own, and shows what comes back as it would look in the directory DIR. */
final class Shell {

    /** What a command left behind: its exit code and its two outputs, without what differs from run to run. */
    record Result(int exitCode, String out, String err) {}

    private final Path directory;

    Shell(Path directory) {
        this.directory = directory;
    }

    Path database() {
        return directory.resolve("app.db");
    }

    Path migrations() {
        return directory.resolve("sql");
    }

    Path backups() {
        return directory.resolve("backups");
    }

    /** Runs a command on the database of the directory; migrations and backups go to the directory too. */
    Result run(String input, String command, String... options) {
        Stream<String> database = Stream.of(command, "--database", database().toString());
        Stream<String> place = switch (command) {
            case "generate-migration" -> Stream.of("--migrations", migrations().toString());
            case "apply-migration", "undo-migration" ->
                Stream.of("--backups", backups().toString());
            default -> Stream.empty();
        };
        return runAsTyped(
                input,
                Stream.of(database, place, Stream.of(options))
                        .flatMap(arguments -> arguments)
                        .toArray(String[]::new));
    }

    Result runAsTyped(String input, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Manage.commandLine(new BufferedReader(new StringReader(input)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Result(exitCode, normalised(out.toString()), normalised(err.toString()));
    }

    /** Makes the database, with a team and two users. */
    void fillDatabase() {
        run("", "apply-migration");
        reset().jdbi().useHandle(handle -> {
            handle.createUpdate("INSERT INTO teams (name) VALUES (:name)")
                    .bindMethods(new Team(null, "Blue"))
                    .execute();
            for (String email : List.of("ada@example.org", "alan@example.org")) {
                User user = new User(null, email, null, Optional.empty(), 1L, 0, Instant.EPOCH);
                handle.createUpdate(
                                "INSERT INTO users (email, name, phone, team_id) VALUES (:email, :name, :phone, :teamId)")
                        .bindMethods(user)
                        .execute();
            }
        });
    }

    SchemaReset reset() {
        return SchemaReset.forPackage("dev.schemareset.examples.manage.model").database(database());
    }

    /** Makes the database as somebody else would, with two customers. */
    void makeForeignDatabase() {
        Jdbi.create("jdbc:sqlite:" + database())
                .useHandle(handle -> handle.createScript(
                                "CREATE TABLE customers (id INTEGER); INSERT INTO customers VALUES (1), (2)")
                        .execute());
    }

    int rows(String table) {
        return reset().jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM <table>")
                        .define("table", table)
                        .mapTo(int.class)
                        .one());
    }

    String normalised(String text) {
        return text.replace(System.lineSeparator(), "\n")
                .replace(directory.toString(), "DIR")
                .replaceAll("\\d+\\.\\d ms", "TIME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("app\\.db-[0-9a-f]{8}\\.\\d{8}T\\d{6}Z\\.backup", "app.db.TIME.backup");
    }
}
