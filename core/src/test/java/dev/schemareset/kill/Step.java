package dev.schemareset.kill;

/** What a victim does in each round, in this order. */
enum Step {
    APPLY(State.OLD, State.NEW),
    FILL(State.NEW, State.FILLED),
    UNDO(State.FILLED, State.OLD);

    private final State before;
    private final State after;

    Step(State before, State after) {
        this.before = before;
        this.after = after;
    }

    State before() {
        return before;
    }

    State after() {
        return after;
    }
}
