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

    /**
     * Fails, because the number has no absolute value, unless the connection enforces foreign keys. Asking for it with a statement of its
     * own would be a write to libSQL, and forbidden to whoever may only read.
     */
    private static final Step ENFORCES =
            Step.statement("SELECT abs(foreign_keys - 9223372036854775807 - 1) FROM pragma_foreign_keys");

    private final List<Step> steps;
    private final List<Step> afterwards;
    private final int firstBegin;
    private final int begin;

    /** Begins. Foreign keys are enforced as the connection does. */
    public Transaction() {
        this(List.of(), List.of());
    }

    /**
     * After a transaction with nothing in it: on Turso 0.7 that commits what a {@code SELECT ... FROM pragma_table_info(...)} has kept
     * uncommitted, of this batch or of somebody else, so that no rollback takes it away (measured).
     */
    private Transaction(List<Step> before, List<Step> afterwards) {
        this.steps = new ArrayList<>(before);
        this.afterwards = afterwards;
        steps.add(Step.statement("BEGIN IMMEDIATE"));
        this.firstBegin = last();
        then(Step.statement("COMMIT"));
        this.begin = then(Step.statement("BEGIN IMMEDIATE"));
    }

    /**
     * Begins without foreign keys. Inside the transaction they could not be switched off, and not every server can defer them. Afterwards the
     * connection, which others may share, enforces them as before.
     */
    public static Transaction withoutForeignKeys() {
        return new Transaction(
                List.of(ENFORCES, Step.statement("PRAGMA foreign_keys = OFF")),
                List.of(Step.statement("PRAGMA foreign_keys = ON").when(new Ok(0))));
    }

    /** The place of the step that fails while a transaction of somebody else is open. */
    public int firstBegin() {
        return firstBegin;
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

    /** All of it, for one request. */
    public List<Step> steps() {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(afterwards);
        return List.copyOf(all);
    }

    private int add(Step step, Condition condition) {
        steps.add(step.when(condition));
        return last();
    }

    private int last() {
        return steps.size() - 1;
    }
}
