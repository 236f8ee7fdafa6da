package dev.schemareset.turso.remote;

import dev.schemareset.error.SyncException;
import dev.schemareset.turso.hrana.Hrana;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Outcome.Done;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Value;
import dev.schemareset.turso.hrana.Hrana.Value.Int;
import dev.schemareset.turso.hrana.Hrana.Value.Text;
import dev.schemareset.turso.http.HranaClient;
import dev.schemareset.turso.http.HranaClient.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server answered to questions, each of which it may refuse by itself. */
final class Answers {

    private final HranaClient client;
    private final List<Step> questions;
    private final List<Outcome> outcomes;

    private Answers(HranaClient client, List<Step> questions, List<Outcome> outcomes) {
        this.client = client;
        this.questions = questions;
        this.outcomes = outcomes;
    }

    /** Asks them, in as many requests as it takes. */
    static Answers to(HranaClient client, List<Step> questions) {
        List<Outcome> outcomes = new ArrayList<>();
        for (List<Step> chunk : Hrana.chunks(questions, Hrana::size)) {
            try {
                outcomes.addAll(client.read(chunk).outcomes());
            } catch (Failure e) {
                throw RemoteErrors.nothingWasChanged(e);
            }
        }
        return new Answers(client, questions, outcomes);
    }

    static Answers of(HranaClient client, List<Step> questions, List<Outcome> outcomes) {
        return new Answers(client, questions, outcomes);
    }

    boolean isDone(int question) {
        return outcomes.get(question) instanceof Done;
    }

    /**
     * The rows, none where the question was refused. Numbers are in decimal; other values than these and texts are empty.
     *
     * @param columns how many there must be at least
     */
    List<List<String>> rows(int question, int columns) {
        if (!(outcomes.get(question) instanceof Done done)) {
            return List.of();
        }
        if (done.columns().size() < columns) {
            throw unanswered(question);
        }
        return done.rows().stream()
                .map(row -> row.stream().map(Answers::text).toList())
                .toList();
    }

    SyncException unanswered(int question) {
        return RemoteErrors.unanswered(client, questions.get(question), outcomes.get(question));
    }

    Optional<List<String>> firstRow(int question, int columns) {
        return rows(question, columns).stream().findFirst();
    }

    /** The one value of a question that every server answers. */
    String text(int question) {
        return firstRow(question, 1).map(row -> row.get(0)).orElseThrow(() -> unanswered(question));
    }

    /** The one number of a question that every server answers. */
    long number(int question) {
        try {
            return Long.parseLong(text(question));
        } catch (NumberFormatException e) {
            throw unanswered(question);
        }
    }

    private static String text(Value value) {
        if (value instanceof Text text) {
            return text.value();
        }
        return value instanceof Int number ? String.valueOf(number.value()) : "";
    }
}
