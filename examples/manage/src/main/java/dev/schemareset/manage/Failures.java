package dev.schemareset.manage;

import dev.schemareset.error.SchemaResetException;
import picocli.CommandLine;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why a command failed. The message of SchemaReset says what to do, and a stack trace would hide it; all else is a bug and shows its own. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
        if (e instanceof SchemaResetException failure) {
            print(command, CommandWords.of(command).in(String.valueOf(failure.getMessage())));
            return ExitStatus.of(failure).code();
        }
        if (e instanceof CommandFailure failure) {
            print(command, failure.text());
            return failure.status().code();
        }
        ColorScheme colors = command.getColorScheme();
        command.getErr().print(colors.richStackTraceString(e));
        return ExitStatus.FAILED.code();
    }

    /** The first line says what failed. */
    private static void print(CommandLine command, String message) {
        String[] lines = message.split("\\R", 2);
        command.getErr().println(command.getColorScheme().errorText(lines[0]));
        if (lines.length == 2) {
            command.getErr().println(lines[1]);
        }
    }
}
