package dev.schemareset.turso.remote;

import dev.schemareset.plan.Statement;
import dev.schemareset.turso.batch.Transaction;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Outcome.Done;
import dev.schemareset.turso.hrana.Hrana.Outcome.Failed;
import dev.schemareset.turso.hrana.Hrana.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Statements in one guarded transaction, and how its outcomes are read.
 *
 * @param steps the batch
 * @param begin the place of the step that begins the transaction
 * @param first the place of the first statement
 * @param statements the statements, in order
 * @param end the place of the step that ends the transaction: a commit, or a rollback
 */
record Script(List<Step> steps, int begin, int first, List<Statement> statements, int end) {

    static Script committing(Sight seen, List<Statement> statements) {
        return of(seen, statements, Transaction::commit);
    }

    static Script rehearsing(Sight seen, List<Statement> statements) {
        return of(seen, statements, Transaction::rollBack);
    }

    private interface Ending {
        int of(Transaction transaction);
    }

    private static Script of(Sight seen, List<Statement> statements, Ending ending) {
        Transaction transaction = Transaction.withoutForeignKeys();
        Guard.of(seen).forEach(transaction::then);
        statements.forEach(statement -> transaction.then(Step.statement(statement.sql())));
        int end = ending.of(transaction);
        return new Script(transaction.steps(), transaction.begin(), end - statements.size(), statements, end);
    }

    /** Whether the database is not what was seen. */
    boolean isChanged(List<Outcome> outcomes) {
        return outcomes.get(first - Guard.STEPS + Guard.CONDITION) instanceof Failed;
    }

    /** The place of what keeps the statements from being reached; empty when they were. */
    Optional<Integer> stopped(List<Outcome> outcomes) {
        return IntStream.range(begin, first)
                .filter(place -> !(outcomes.get(place) instanceof Done))
                .boxed()
                .findFirst();
    }

    /** Whether all of it was committed, or taken back as it was meant to be. */
    boolean isEnded(List<Outcome> outcomes) {
        return outcomes.get(end) instanceof Done;
    }

    /** The place of the statement that failed; empty when none did. */
    Optional<Integer> failed(List<Outcome> outcomes) {
        return IntStream.range(first, first + statements.size())
                .filter(place -> outcomes.get(place) instanceof Failed)
                .boxed()
                .findFirst();
    }

    Statement statement(int place) {
        return statements.get(place - first);
    }
}
