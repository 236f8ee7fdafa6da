package dev.schemareset.turso.batch;

import dev.schemareset.turso.hrana.Hrana.Condition;
import dev.schemareset.turso.hrana.Hrana.Condition.And;
import dev.schemareset.turso.hrana.Hrana.Condition.Not;
import dev.schemareset.turso.hrana.Hrana.Condition.Ok;
import dev.schemareset.turso.hrana.Hrana.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction in one batch. A step that fails rolls nothing back by itself, so each runs only when the one before it was done, and
 * the last takes back what was not committed: never before this batch has begun a transaction, because a server may share one
 * connection, and the transaction of somebody else is not ours to end.
 */
public final class Transaction {

    private final List<Step> steps;
    private final int begin;

    /**
     * Begins after steps that run in any case, and after a transaction with nothing in it: on Turso 0.7 that commits what a
     * {@code SELECT ... FROM pragma_table_info(...)} of somebody else has kept uncommitted, so that no rollback takes it away (measured).
     */
    public Transaction(Step... before) {
        steps = new ArrayList<>(List.of(before));
        steps.add(Step.statement("BEGIN IMMEDIATE"));
        then(Step.statement("COMMIT"));
        begin = then(Step.statement("BEGIN IMMEDIATE"));
    }

    /** The place of the step that begins it. */
    public int begin() {
        return begin;
    }

    /** Adds a step that runs when the one before it was done; returns its place. */
    public int then(Step step) {
        return add(step, new Ok(last()));
    }

    /** Ends in a commit, or in nothing; returns the place of the commit. */
    public int commit() {
        int commit = then(Step.statement("COMMIT"));
        add(Step.statement("ROLLBACK"), new And(List.of(new Ok(begin), new Not(new Ok(commit)))));
        return commit;
    }

    /** Ends in nothing, whatever was done; returns the place of the rollback. */
    public int rollBack() {
        return add(Step.statement("ROLLBACK"), new Ok(begin));
    }

    /** Adds a step that runs in any case, once the transaction is over. */
    public void afterwards(Step step) {
        steps.add(step);
    }

    /** All of it, for one request. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    private int add(Step step, Condition condition) {
        steps.add(step.when(condition));
        return last();
    }

    private int last() {
        return steps.size() - 1;
    }
}
