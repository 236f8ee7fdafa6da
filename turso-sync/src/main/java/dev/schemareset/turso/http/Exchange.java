package dev.schemareset.turso.http;

import dev.schemareset.turso.hrana.Hrana;
import dev.schemareset.turso.hrana.Hrana.NotHrana;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Refused;
import dev.schemareset.turso.hrana.Hrana.Response;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.hrana.Hrana.Stream;
import dev.schemareset.turso.http.HranaClient.Answer;
import dev.schemareset.turso.http.HranaClient.Endpoint;
import dev.schemareset.turso.http.HranaClient.Failure;
import dev.schemareset.turso.http.HranaClient.Pause;
import java.time.Duration;
import java.util.List;

/** One batch and its outcome, in as many tries as it may take. */
final class Exchange {

    private static final int TRIES = 5;

    private final Endpoint endpoint;
    private final Wire wire;
    private final Credentials credentials;
    private final Diagnosis diagnosis;
    private final Pause pause;
    private final Backoff backoff;
    private final String deed;
    private final boolean repeatable;
    private final int mostBytes;

    Exchange(
            Endpoint endpoint,
            Wire wire,
            Credentials credentials,
            Pause pause,
            Backoff backoff,
            String deed,
            boolean repeatable,
            int mostBytes) {
        this.endpoint = endpoint;
        this.wire = wire;
        this.credentials = credentials;
        this.diagnosis = new Diagnosis(credentials);
        this.pause = pause;
        this.backoff = backoff;
        this.deed = deed;
        this.repeatable = repeatable;
        this.mostBytes = mostBytes;
    }

    Answer run(List<Step> steps) {
        Stream stream = wire.stream();
        byte[] body = Hrana.request(steps, stream);
        for (int tries = 1; ; tries++) {
            try {
                return attempt(body, steps.size(), stream);
            } catch (Troubled e) {
                boolean mayRepeat = e.trouble.kind().isPassing && (repeatable || e.trouble.kind().nothingRan);
                if (!mayRepeat || tries == TRIES || !pause(backoff.after(tries, e.trouble.retryAfter()))) {
                    throw failure(e.trouble, tries);
                }
            }
        }
    }

    /** One try; two requests when the first token is not accepted and there is another. */
    private Answer attempt(byte[] body, int steps, Stream stream) throws Troubled {
        Wire.Reply reply = send(body);
        if (reply.status() == 401 && credentials.renew()) {
            reply = send(body);
        }
        if (reply.status() != 200) {
            throw new Troubled(diagnosis.of(reply));
        }
        try {
            Response response = Hrana.response(reply.body(), steps, stream);
            wire.left(response.stream());
            return new Answer(response.outcomes().stream().map(this::tellable).toList(), reply.took());
        } catch (NotHrana e) {
            throw new Troubled(diagnosis.of(e, reply.body()));
        } catch (Refused e) {
            throw new Troubled(diagnosis.of(e));
        }
    }

    private Wire.Reply send(byte[] body) throws Troubled {
        try {
            return wire.send(body, credentials.token(), mostBytes);
        } catch (Wire.NoReply e) {
            if (e.failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new Troubled(diagnosis.of(e));
        }
    }

    /** Whether the pause came to its end; it does not when somebody wants the thread to stop. */
    private boolean pause(Duration duration) {
        try {
            pause.pause(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a server says of a failed step ends in messages, and may repeat the token. */
    private Outcome tellable(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? new Outcome.Failed(diagnosis.said(failed.code()), diagnosis.said(failed.message()))
                : outcome;
    }

    private Failure failure(Trouble trouble, int tries) {
        boolean outcomeUnknown = !repeatable && !trouble.kind().nothingRan;
        String failure = "Cannot " + deed + " " + endpoint + ": " + trouble.what() + "."
                + (tries > 1 ? " It was tried " + tries + " times." : "")
                + (outcomeUnknown ? " Whether the write was carried out is not known." : "");
        String remedy = (outcomeUnknown ? "find out from the database whether it was carried out; then " : "")
                + trouble.remedy();
        return new Failure(
                trouble.reason(),
                failure,
                remedy,
                trouble.code(),
                outcomeUnknown,
                trouble.cause().orElse(null));
    }

    /** Carries the trouble of one try to where it is decided whether there is another. */
    private static final class Troubled extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Trouble trouble;

        Troubled(Trouble trouble) {
            this.trouble = trouble;
        }
    }
}
