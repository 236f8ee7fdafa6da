package dev.schemareset.manage;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line in two lines: the mistake, and who knows better. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String[] lines = mistake(e).split("\\R", 2);
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(lines[0]));
        err.println(lines.length == 2 ? lines[1] : help(command));
        return ExitStatus.USAGE.code();
    }

    private static String mistake(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched ? mistake(unmatched) : String.valueOf(e.getMessage());
    }

    private static String mistake(UnmatchedArgumentException e) {
        boolean command =
                !e.isUnknownOption() && !e.getCommandLine().getSubcommands().isEmpty();
        String what = command ? "Unknown command: '" + e.getUnmatched().get(0) + "'" : e.getMessage();
        List<String> suggestions = e.getSuggestions();
        return suggestions.isEmpty() ? what + "." : what + ". Did you mean " + String.join(" or ", suggestions) + "?";
    }

    private static String help(CommandLine command) {
        CommandLine parent = command.getParent();
        return parent == null
                ? "Run " + command.getCommandName() + " help to see the commands."
                : "Run " + parent.getCommandName() + " help " + command.getCommandName() + " to see how it is used.";
    }
}
