package dev.schemareset.manage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Asks for a word before something is done that cannot be taken back. */
final class Question {

    private final CommandLine command;
    private final BufferedReader input;

    Question(CommandLine command, BufferedReader input) {
        this.command = command;
        this.input = input;
    }

    /**
     * Refuses to go on unless the answer is the word.
     *
     * @param forScripts which options do what without asking
     */
    void requireAnswer(String word, String forScripts) {
        String answer = answer(command.getOut(), "Type " + word + " to go on: ");
        if (answer == null) {
            throw CommandFailure.refused(
                    "Nobody answered. Nothing was changed.", "In a script, pass " + forScripts + " without asking.");
        }
        if (!answer.strip().equalsIgnoreCase(word)) {
            throw CommandFailure.refused("The answer was not " + word + ". Nothing was changed.");
        }
    }

    /** The answer; null when the input has ended, as it has in a script without a terminal. */
    private @Nullable String answer(PrintWriter out, String question) {
        out.print(question);
        out.flush();
        try {
            String answer = input.readLine();
            if (answer == null) {
                out.println();
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the answer", e);
        }
    }
}
