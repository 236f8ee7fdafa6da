package dev.schemareset.examples.manage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Asks for a word before something is done that cannot be taken back. */
final class Question {

    private final BufferedReader input;

    Question(BufferedReader input) {
        this.input = input;
    }

    /**
     * Whether the answer is the word. When it is not, it was said that nothing was changed.
     *
     * @param forScripts which options do what without asking
     */
    boolean isAnswered(CommandLine command, String word, String forScripts) throws IOException {
        String answer = answer(command.getOut(), "Type " + word + " to go on: ");
        if (answer != null && answer.strip().equalsIgnoreCase(word)) {
            return true;
        }
        PrintWriter err = command.getErr();
        if (answer == null) {
            err.println("There was nobody to answer. Nothing was changed.");
            err.println("In a script, pass " + forScripts + " without asking.");
        } else {
            err.println("The answer was not " + word + ". Nothing was changed.");
        }
        return false;
    }

    /** The answer; null when the input has ended, as it has in a script without a terminal. */
    private @Nullable String answer(PrintWriter out, String question) throws IOException {
        out.print(question);
        out.flush();
        String answer = input.readLine();
        if (answer == null) {
            out.println();
        }
        return answer;
    }
}
