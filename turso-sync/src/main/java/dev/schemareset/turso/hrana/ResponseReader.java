package dev.schemareset.turso.hrana;

import com.fasterxml.jackson.core.JsonToken;
import dev.schemareset.turso.hrana.Hrana.NotHrana;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Refused;
import dev.schemareset.turso.hrana.Hrana.Response;
import dev.schemareset.turso.hrana.Hrana.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads responses from the outside in, the fields of an object in whatever order they come. Whether they go together is judged
 * once all are read.
 */
final class ResponseReader {

    /** The way to read what became of one step. */
    private interface Element {
        Outcome read() throws NotHrana;
    }

    private final JsonReader json;
    private final RowReader rows;
    private final int steps;
    private final Stream asked;

    /** Why the server gave the batch up; empty as long as nothing says that it did. */
    private Optional<Outcome.Failed> refusal = Optional.empty();

    /** Names the stream on which the server waits for more; empty when it keeps none open. */
    private Optional<String> baton = Optional.empty();

    private ResponseReader(JsonReader json, int steps, Stream asked) {
        this.json = json;
        this.asked = asked;
        this.rows = new RowReader(json);
        this.steps = steps;
    }

    static Response read(byte[] body, int steps, Stream asked) throws NotHrana, Refused {
        try (JsonReader json = new JsonReader(body)) {
            ResponseReader reader = new ResponseReader(json, steps, asked);
            List<Outcome> outcomes = reader.response();
            if (reader.refusal.isPresent()) {
                throw new Refused(reader.refusal.get(), reader.baton);
            }
            return new Response(outcomes, reader.baton);
        }
    }

    private List<Outcome> response() throws NotHrana {
        if (json.next() == null) {
            throw new NotHrana("it is empty");
        }
        json.require(JsonToken.START_OBJECT, "the response");
        Optional<List<Outcome>> outcomes = Optional.empty();
        for (String field = json.field(); field != null; field = json.field()) {
            switch (field) {
                case "results" -> outcomes = Optional.of(results());
                case "baton" -> baton = json.isNull() ? Optional.empty() : Optional.of(json.string("the baton"));
                default -> json.skip();
            }
        }
        if (json.next() != null) {
            throw json.malformed("something follows the response");
        }
        return outcomes.orElseThrow(() -> json.malformed("the list of results is missing"));
    }

    /** The results of all requests, which were one, or one and the end of the stream. */
    private List<Outcome> results() throws NotHrana {
        json.require(JsonToken.START_ARRAY, "the list of results");
        if (!json.element()) {
            throw json.malformed("the result is missing");
        }
        List<Outcome> outcomes = result();
        boolean isMore = json.element();
        if (isMore && asked == Stream.CLOSED) {
            json.skip();
            isMore = json.element();
        }
        if (isMore) {
            throw json.malformed("there is more than one result");
        }
        return outcomes;
    }

    private List<Outcome> result() throws NotHrana {
        json.require(JsonToken.START_OBJECT, "the result");
        String type = "";
        Optional<List<Outcome>> outcomes = Optional.empty();
        for (String field = json.field(); field != null; field = json.field()) {
            switch (field) {
                case "type" -> type = json.string("the type of the result");
                case "response" -> outcomes = json.isNull() ? Optional.empty() : Optional.of(batch());
                case "error" -> refusal = json.isNull() ? Optional.empty() : Optional.of(error());
                default -> json.skip();
            }
        }
        if (type.equals("ok") && outcomes.isPresent() && refusal.isEmpty()) {
            return outcomes.get();
        }
        if (type.equals("error") && outcomes.isEmpty() && refusal.isPresent()) {
            return List.of();
        }
        throw json.malformed("the result is neither a response nor an error");
    }

    private List<Outcome> batch() throws NotHrana {
        json.require(JsonToken.START_OBJECT, "the response to the batch");
        String type = "";
        Optional<List<Outcome>> outcomes = Optional.empty();
        for (String field = json.field(); field != null; field = json.field()) {
            switch (field) {
                case "type" -> type = json.string("the type of the response");
                case "result" -> outcomes = Optional.of(outcomes());
                default -> json.skip();
            }
        }
        if (!type.equals("batch")) {
            throw json.malformed("the response is not to a batch");
        }
        return outcomes.orElseThrow(() -> json.malformed("the result of the batch is missing"));
    }

    private List<Outcome> outcomes() throws NotHrana {
        json.require(JsonToken.START_OBJECT, "the result of the batch");
        List<Optional<Outcome>> results = List.of();
        List<Optional<Outcome>> errors = List.of();
        for (String field = json.field(); field != null; field = json.field()) {
            switch (field) {
                case "step_results" -> results = steps(rows::done);
                case "step_errors" -> errors = steps(this::error);
                default -> json.skip();
            }
        }
        if (results.size() != steps || errors.size() != steps) {
            throw json.malformed(
                    "there are " + results.size() + " results and " + errors.size() + " errors of " + steps + " steps");
        }
        List<Outcome> outcomes = new ArrayList<>(steps);
        for (int step = 0; step < steps; step++) {
            outcomes.add(outcome(results.get(step), errors.get(step)));
        }
        return List.copyOf(outcomes);
    }

    private Outcome outcome(Optional<Outcome> result, Optional<Outcome> error) throws NotHrana {
        if (result.isPresent() && error.isPresent()) {
            throw json.malformed("a step has both a result and an error");
        }
        return result.or(() -> error).orElseGet(Outcome.Skipped::new);
    }

    /** A list with one element for each step; empty for each {@code null}. */
    private List<Optional<Outcome>> steps(Element element) throws NotHrana {
        json.require(JsonToken.START_ARRAY, "the list of what became of the steps");
        List<Optional<Outcome>> elements = new ArrayList<>();
        while (json.element()) {
            if (elements.size() == steps) {
                throw json.malformed("it tells of more than " + steps + " steps");
            }
            elements.add(json.isNull() ? Optional.empty() : Optional.of(element.read()));
        }
        return elements;
    }

    private Outcome.Failed error() throws NotHrana {
        json.require(JsonToken.START_OBJECT, "the error");
        Optional<String> message = Optional.empty();
        String code = "";
        for (String field = json.field(); field != null; field = json.field()) {
            switch (field) {
                case "message" -> message = Optional.of(json.string("the message of the error"));
                case "code" -> code = json.stringOrNull("the code of the error");
                default -> json.skip();
            }
        }
        return new Outcome.Failed(
                code, message.orElseThrow(() -> json.malformed("the message of the error is missing")));
    }
}
