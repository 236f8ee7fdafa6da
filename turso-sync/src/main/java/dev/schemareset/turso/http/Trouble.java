package dev.schemareset.turso.http;

import dev.schemareset.error.SyncException.Reason;
import java.util.Optional;

/**
 * Why a try brought no good answer.
 *
 * @param kind what it means for the next try
 * @param reason why, for a program
 * @param what why, for a person: a clause, without a full stop
 * @param remedy what to do, in a sentence
 * @param code what the server calls a batch that it refused; empty for other troubles
 * @param retryAfter what the server says about when to come again; empty when it says nothing
 * @param cause what was thrown, as far as it may be told; empty when nothing was
 */
record Trouble(
        Kind kind,
        Reason reason,
        String what,
        String remedy,
        String code,
        Optional<String> retryAfter,
        Optional<Throwable> cause) {

    /** What a trouble means for the next try. */
    enum Kind {
        /** The request did not get out. It may the next time. */
        UNSENT(true, true),
        /** Something happened to the request or to its answer. The next time it may not. */
        UNANSWERED(true, false),
        /** The server gave it up before its end, because the answer is too large or it has no room for any. It may have the next time. */
        GIVEN_UP(true, true),
        /** What is asked for is not done, nor will it be the next time. */
        REFUSED(false, true),
        /** What became of the request cannot be told, nor would another try tell it. */
        UNCLEAR(false, false);

        /** Whether another try may succeed. */
        final boolean isPassing;

        /** Whether it is certain that no transaction was committed. */
        final boolean nothingRan;

        Kind(boolean isPassing, boolean nothingRan) {
            this.isPassing = isPassing;
            this.nothingRan = nothingRan;
        }
    }

    Trouble(Kind kind, Reason reason, String what, String remedy) {
        this(kind, reason, what, remedy, "", Optional.empty(), Optional.empty());
    }
}
