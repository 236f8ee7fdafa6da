package dev.schemareset.examples.manage;

import dev.schemareset.error.SchemaResetException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command line of an application: its database is generated, applied, undone, synced, looked at and locked from here. */
@Command(
        name = "manage",
        description = "Makes the database from the models.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:Done.",
            " 1:Refused or failed; the message says why, and in what state the data is. Also when verify or verify-sync finds a difference, or test-auth an obstacle.",
            " 2:Wrong usage."
        })
public final class Manage {

    private Manage() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String... args) {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        System.exit(commandLine(input).execute(args));
    }

    /** The commands, which ask their questions on {@code getOut()} and read the answers from the given input. */
    static CommandLine commandLine(BufferedReader input) {
        return new CommandLine(new Manage())
                .addSubcommand(new GenerateMigration())
                .addSubcommand(new ApplyMigration(input))
                .addSubcommand(new UndoMigration(input))
                .addSubcommand(new DbInfo())
                .addSubcommand(new TestAuth())
                .addSubcommand(new Sync(input))
                .addSubcommand(new Push())
                .addSubcommand(new Pull())
                .addSubcommand(new SyncStatusCommand())
                .addSubcommand(new ResolveConflict())
                .addSubcommand(new VerifySync())
                .addSubcommand(new Verify())
                .addSubcommand(new Protect())
                .addSubcommand(new Unprotect())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Manage::explain);
    }

    /** The message of SchemaReset says what to do; a stack trace would only hide it. All else is a bug and keeps its own. */
    private static int explain(Exception e, CommandLine command, ParseResult arguments) throws Exception {
        if (e instanceof SchemaResetException refusal) {
            PrintWriter err = command.getErr();
            err.println(refusal.getMessage());
            Glossary.lineFor(refusal.remedy()).ifPresent(err::println);
            return ExitCode.SOFTWARE;
        }
        throw e;
    }
}
