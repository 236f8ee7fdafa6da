package dev.schemareset.manage;

import dev.schemareset.SchemaReset;
import dev.schemareset.manage.model.Team;
import dev.schemareset.manage.model.User;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Types commands in a directory of its own, and shows what comes back as it would look in the directory DIR. */
final class Shell {

    /** What a command left behind: its exit code and its two outputs, without what differs from run to run. */
    record Result(int exitCode, String out, String err) {}

    private static final Set<String> REACHING_TURSO = Set.of(
            "apply-migration",
            "db-info",
            "test-auth",
            "sync",
            "push",
            "pull",
            "sync-status",
            "resolve-conflict",
            "verify-sync",
            "protect",
            "unprotect");

    static final String MODELS = "dev.schemareset.manage.model";

    private final Path directory;
    private final String remote;
    private final Ansi ansi;

    /** Without a database on Turso, whatever the environment of the tests names. */
    Shell(Path directory) {
        this(directory, "");
    }

    /** With a remote database, which is shown as it would look at {@code http://HOST:PORT}. */
    Shell(Path directory, String remote) {
        this(directory, remote, Ansi.OFF);
    }

    private Shell(Path directory, String remote, Ansi ansi) {
        this.directory = directory;
        this.remote = remote;
        this.ansi = ansi;
    }

    /** The same on a terminal. */
    Shell onTerminal() {
        return new Shell(directory, remote, Ansi.ON);
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

    /** Runs a command on the database of the directory and the remote one; migrations and backups go to the directory too. */
    Result run(String input, String command, String... options) {
        Stream<String> database = command.equals("test-auth")
                ? Stream.of(command)
                : Stream.of(
                        "--models", MODELS, command, "--database", database().toString());
        Stream<String> other = REACHING_TURSO.contains(command) ? Stream.of("--remote", remote) : Stream.empty();
        Stream<String> place = switch (command) {
            case "generate-migration" -> Stream.of("--migrations", migrations().toString());
            case "apply-migration", "undo-migration", "backups" ->
                Stream.of("--backups", backups().toString());
            default -> Stream.empty();
        };
        return runAsTyped(
                input,
                Stream.of(database, other, place, Stream.of(options))
                        .flatMap(arguments -> arguments)
                        .toArray(String[]::new));
    }

    /** Runs the command line as it is. */
    Result runAsTyped(String input, String... args) {
        return run(Optional.empty(), input, args);
    }

    /** Runs the command line of an application. */
    Result runFor(SchemaReset application, String input, String... args) {
        return run(Optional.of(application), input, args);
    }

    private Result run(Optional<SchemaReset> application, String input, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Manage.commandLine(application, new BufferedReader(new StringReader(input)))
                .setColorScheme(Help.defaultColorScheme(ansi))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Result(exitCode, normalised(out.toString()), normalised(err.toString()));
    }

    /** Makes the database, with a team and two users. */
    void fillDatabase() {
        run("", "apply-migration");
        addRows();
    }

    void addRows() {
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

    /** Does something to the local database, as the application does. */
    void execute(String... statements) {
        reset().jdbi().useHandle(handle -> List.of(statements).forEach(handle::execute));
    }

    SchemaReset reset() {
        return SchemaReset.forPackage(MODELS).database(database());
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
        String remoteHost = remote.replaceFirst("^http://", "");
        return (remote.isEmpty() ? text : text.replace(remoteHost, "HOST:PORT"))
                .replace(System.lineSeparator(), "\n")
                .replace(directory.toString(), "DIR")
                .replaceAll("\\d+\\.\\d ms", "TIME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("SQLite( +)\\d[0-9.]*", "SQLite$1VERSION")
                .replaceAll("by SchemaReset [^\\s,]+", "by SchemaReset VERSION")
                .replaceAll("Turso of \\d{4}-\\d\\d-\\d\\d", "Turso of DAY")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "EPOCH")
                .replaceAll("app\\.db-[0-9a-f]{8}\\.\\d{8}T\\d{6}Z\\.backup", "app.db.TIME.backup");
    }
}
