package dev.schemareset.turso.support;

import java.io.IOException;

/** What happens to a request on its way to the server and back. */
@FunctionalInterface
public interface Fault {

    /** All is well. */
    Fault NONE = passage -> passage.answer(passage.forward());

    /** The connection breaks before the server hears of it. */
    Fault DROP_REQUEST = Passage::hangUp;

    /** The server does it, and nobody is told. */
    Fault DROP_ANSWER = passage -> {
        passage.forward();
        passage.hangUp();
    };

    /** The connection breaks in the middle of the answer. */
    Fault CUT_ANSWER = passage -> passage.answerHalf(passage.forward());

    void happen(Passage passage) throws IOException, InterruptedException;

    /** A server that refuses with a status, and has done nothing. */
    static Fault status(int status) {
        return answer(Answer.error(status, "refused with " + status));
    }

    /** The same, and tells when to come again: in seconds or at a date. */
    static Fault retryAfter(int status, String when) {
        return answer(Answer.error(status, "refused with " + status).with("Retry-After", when));
    }

    /** Something else than the server answers: garbage, the page of a hotel, … */
    static Fault answer(int status, String contentType, String body) {
        return answer(Answer.of(status, contentType, body));
    }

    /** The client is told to go elsewhere. */
    static Fault redirect(int status, String location) {
        return answer(Answer.of(status, "text/plain", "").with("Location", location));
    }

    /** The request reaches the server when the gate is opened, even if the client no longer waits. */
    static Fault holdRequest(Gate gate) {
        return passage -> {
            gate.pass();
            NONE.happen(passage);
        };
    }

    /** The connection breaks, and the request reaches the server all the same, when the gate is opened. */
    static Fault lateRequest(Gate gate) {
        return passage -> {
            passage.hangUp();
            gate.pass();
            passage.forward();
        };
    }

    /** The server does it at once, but the client is told when the gate is opened. */
    static Fault holdAnswer(Gate gate) {
        return passage -> {
            Answer answer = passage.forward();
            gate.pass();
            passage.answer(answer);
        };
    }

    private static Fault answer(Answer answer) {
        return passage -> passage.answer(answer);
    }
}
