package dev.schemareset.manage;

import dev.schemareset.SchemaReset;
import java.io.BufferedReader;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What stands before a command: its options hold for the command too, unless it is given them itself. */
@Command(
        name = "manage",
        description = "Makes the database from the models.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:Done.",
            " 1:A check found something: verify or verify-sync a difference, test-auth an obstacle.",
            " 2:Wrong usage; nothing was done.",
            " 3:Refused, and nothing was changed: a person must decide, e.g. confirm, or correct the models.",
            " 4:Failed: e.g. the database is busy, the server unreachable, the disk full; or a bug. The message says in what state the data is."
        })
final class ManageCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database;

    @Mixin
    private final RemoteOption remote;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    private final BufferedReader input;

    ManageCommand(Optional<SchemaReset> application, BufferedReader input) {
        this.database = new DatabaseOptions(application);
        this.remote = new RemoteOption(application);
        this.input = input;
    }

    DatabaseOptions database() {
        return database;
    }

    RemoteOption remote() {
        return remote;
    }

    /** Where answers to questions come from. */
    BufferedReader input() {
        return input;
    }

    /** Without a command there is nothing to do but to tell which ones there are. */
    @Override
    public Integer call() {
        CommandLine commandLine = spec.commandLine();
        commandLine.getErr().println(commandLine.getColorScheme().errorText("A command is missing."));
        commandLine.usage(commandLine.getErr(), commandLine.getColorScheme());
        return ExitStatus.USAGE.code();
    }
}
