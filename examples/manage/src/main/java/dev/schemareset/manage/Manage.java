package dev.schemareset.manage;

import static java.util.Objects.requireNonNull;

import dev.schemareset.SchemaReset;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The command line of an application's database: the migration is written, applied and undone from here, the database looked at, locked
 * and synced. {@code help} tells the commands, {@code help COMMAND} the options of one.
 *
 * <p>It runs as it is, for the models of any application on the class path:
 *
 * <pre>{@code java -cp ... dev.schemareset.manage.Manage --models app.models db-info}</pre>
 *
 * <p>Or an application gives it a main of its own:
 *
 * <pre>{@code System.exit(Manage.run(SchemaReset.forPackage("app.models"), args));}</pre>
 *
 * <p>The exit code tells a script what came of a command:
 *
 * <table>
 * <caption>Exit codes</caption>
 * <tr><th scope="col">Code</th><th scope="col">Meaning</th></tr>
 * <tr><td>0</td><td>Done.</td></tr>
 * <tr><td>1</td><td>A check found something: {@code verify} or {@code verify-sync} a difference, {@code test-auth} an obstacle.</td></tr>
 * <tr><td>2</td><td>Wrong usage; nothing was done.</td></tr>
 * <tr><td>3</td><td>Refused, and nothing was changed: a person must decide, e.g. confirm, or correct the models.</td></tr>
 * <tr><td>4</td><td>Failed: e.g. the database is busy, the server unreachable, the disk full; or a bug. The message says in what state
 *     the data is.</td></tr>
 * </table>
 */
public final class Manage {

    /** What an application says by its reset, so that no option says it again. */
    private static final List<String> SAID_BY_AN_APPLICATION =
            List.of("--models", "--database", "--remote", "--migrations", "--backups", "--keep");

    private Manage() {}

    /**
     * Runs a command for the models that {@code --models} names, and ends the process with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String... args) {
        System.exit(execute(Optional.empty(), args));
    }

    /**
     * Runs a command for an application. Its reset says what the command works on: the models, the database, the remote database of
     * {@link SchemaReset#syncTo}, where migrations and backups are. The options that would say it again, such as {@code --models}, are
     * not there, and the environment names no remote database beside that of the reset.
     *
     * <p>It speaks on the standard streams of the process, and asks for confirmation there.
     *
     * @param reset what the commands work on
     * @param args the command and its options
     * @return the exit code, from 0 to 4
     */
    public static int run(SchemaReset reset, String... args) {
        return execute(Optional.of(requireNonNull(reset, "reset")), requireNonNull(args, "args"));
    }

    private static int execute(Optional<SchemaReset> application, String... args) {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return commandLine(application, input).execute(args);
    }

    /** The commands, which ask their questions on {@code getOut()} and read the answers from the given input. */
    static CommandLine commandLine(Optional<SchemaReset> application, BufferedReader input) {
        ManageCommand root = new ManageCommand(application, input);
        CommandLine commandLine = new CommandLine(root)
                .addSubcommand(new HelpCommand())
                .addSubcommand(new GenerateMigration(root))
                .addSubcommand(new ApplyMigration(root))
                .addSubcommand(new UndoMigration(root))
                .addSubcommand(new BackupsCommand(root))
                .addSubcommand(new DbInfo(root))
                .addSubcommand(new TestAuth(root))
                .addSubcommand(new Sync(root))
                .addSubcommand(new Push(root))
                .addSubcommand(new Pull(root))
                .addSubcommand(new SyncStatusCommand(root))
                .addSubcommand(new ResolveConflict(root))
                .addSubcommand(new VerifySync(root))
                .addSubcommand(new Verify(root))
                .addSubcommand(new Protect(root))
                .addSubcommand(new Unprotect(root))
                .addSubcommand(new GenerateCompletion())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Failures());
        if (application.isPresent()) {
            removeWhatTheApplicationSays(commandLine);
        }
        return commandLine;
    }

    private static void removeWhatTheApplicationSays(CommandLine commandLine) {
        Stream.concat(Stream.of(commandLine), commandLine.getSubcommands().values().stream())
                .map(CommandLine::getCommandSpec)
                .forEach(command -> SAID_BY_AN_APPLICATION.forEach(name -> remove(command, name)));
    }

    private static void remove(CommandSpec command, String name) {
        OptionSpec option = command.findOption(name);
        if (option != null) {
            command.remove(option);
        }
    }
}
