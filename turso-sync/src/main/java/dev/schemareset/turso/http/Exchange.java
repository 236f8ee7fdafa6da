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
import dev.schemareset.turso.http.Trouble.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One batch and its outcome, in as many tries as it may take until the deadline. */
final class Exchange {

    private static final int TRIES = 5;

    /** The answer is there by then, and does not wait longer for what follows it. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private static final List<Step> SMALL = List.of(Step.query("SELECT 1"));

    private final Endpoint endpoint;
    private final Wire wire;
    private final Credentials credentials;
    private final Diagnosis diagnosis;
    private final Pause pause;
    private final Backoff backoff;
    private final Deadline deadline;
    private final String deed;
    private final boolean repeatable;
    private final int mostBytes;

    Exchange(
            Endpoint endpoint,
            Wire wire,
            Credentials credentials,
            Pause pause,
            Backoff backoff,
            Deadline deadline,
            String deed,
            boolean repeatable,
            int mostBytes) {
        this.endpoint = endpoint;
        this.wire = wire;
        this.credentials = credentials;
        this.diagnosis = new Diagnosis(endpoint, credentials);
        this.pause = pause;
        this.backoff = backoff;
        this.deadline = deadline;
        this.deed = deed;
        this.repeatable = repeatable;
        this.mostBytes = mostBytes;
    }

    Answer run(List<Step> steps) {
        for (int tries = 1; ; tries++) {
            try {
                return attempt(steps);
            } catch (Troubled e) {
                awaitNextTry(e.trouble, tries);
            }
        }
    }

    /** Fails when there is no next try. */
    private void awaitNextTry(Trouble trouble, int tries) {
        if (!mayRepeat(trouble.kind()) || tries == TRIES) {
            throw failure(trouble, tries, "");
        }
        Optional<Duration> asked = trouble.retryAfter().flatMap(backoff::asked);
        Duration wait = asked.orElseGet(() -> backoff.random(tries));
        if (!deadline.outlasts(wait)) {
            String why = asked.map(later -> " The server asks to be tried again in " + Deadline.inWords(later)
                            + ", which the timeout of " + deadline + " does not allow.")
                    .orElse(" The timeout of " + deadline + " allows no further try.");
            throw failure(trouble, tries, why);
        }
        if (!pause(wait)) {
            throw failure(trouble, tries, "");
        }
    }

    /** Who has set a limit will rather ask for less. */
    private boolean mayRepeat(Kind kind) {
        return kind.isPassing && (repeatable || kind.nothingRan) && !(kind == Kind.GIVEN_UP && isLimited());
    }

    private boolean isLimited() {
        return mostBytes < BoundedBody.MOST_BYTES;
    }

    /** One try; two requests when the first token is not accepted and there is another. */
    private Answer attempt(List<Step> steps) throws Troubled {
        Stream stream = wire.stream();
        byte[] body = Hrana.request(steps, stream);
        Wire.Reply reply = send(body);
        if (reply.status() == 401 && credentials.renew()) {
            reply = send(body);
        }
        if (reply.status() != 200) {
            throw new Troubled(diagnosis.of(reply));
        }
        try {
            Response response = Hrana.response(reply.body(), steps.size(), stream);
            close(stream, response.baton());
            return new Answer(response.outcomes().stream().map(this::tellable).toList(), reply.took());
        } catch (NotHrana e) {
            throw new Troubled(diagnosis.of(e, reply.body()));
        } catch (Refused e) {
            close(stream, e.baton());
            throw new Troubled(diagnosis.of(e));
        }
    }

    /**
     * Closes what the first request to a server has left open: each stream holds one of its connections for seconds. Where that fails the
     * server does it later by itself.
     */
    private void close(Stream stream, Optional<String> baton) {
        if (stream == Stream.OPEN && baton.isPresent()) {
            wire.leftOpen();
            try {
                send(Hrana.close(baton.get()), deadline.within(LONGEST_CLOSE));
            } catch (Troubled e) {
                // The answer is there.
            }
        }
    }

    private Wire.Reply send(byte[] body) throws Troubled {
        return send(body, deadline);
    }

    private Wire.Reply send(byte[] body, Deadline latest) throws Troubled {
        try {
            return wire.send(body, credentials.token(), mostBytes, latest);
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

    /** A server that has no room says the same of a large answer and of a small one. */
    private Trouble toldApart(Trouble trouble) {
        if (trouble.kind() != Kind.GIVEN_UP || isLimited()) {
            return trouble;
        }
        try {
            attempt(SMALL);
            return trouble;
        } catch (Troubled e) {
            return e.trouble.kind() == Kind.GIVEN_UP ? diagnosis.noRoom() : trouble;
        }
    }

    private Failure failure(Trouble last, int tries, String whyNoMore) {
        Trouble trouble = toldApart(last);
        boolean outcomeUnknown = !repeatable && !trouble.kind().nothingRan;
        String failure = "Cannot " + deed + " " + endpoint + ": " + trouble.what() + "."
                + (tries > 1 ? " It was tried " + tries + " times." : "")
                + whyNoMore
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
