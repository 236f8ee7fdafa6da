package dev.schemareset.turso.kill;

import java.util.List;

/**
 * Which request a process is killed at.
 *
 * @param work what it is at
 * @param asked what the request is for
 */
record Target(Work work, Asked asked) {

    static final Target PUSH = new Target(Work.EXCHANGE, Asked.PUSH);
    static final Target WINDOW = new Target(Work.EXCHANGE, Asked.WINDOW);
    static final Target BOOTSTRAP = new Target(Work.BOOTSTRAP, Asked.PAGE);

    /** In turn. */
    static final List<Target> ALL = List.of(
            PUSH,
            WINDOW,
            BOOTSTRAP,
            new Target(Work.EXCHANGE, Asked.HEAD),
            new Target(Work.REBUILD, Asked.PAGE),
            new Target(Work.FOLLOW, Asked.PAGE),
            new Target(Work.FOLLOW, Asked.HEAD),
            new Target(Work.REBUILD, Asked.HEAD));

    @Override
    public String toString() {
        return work + ", " + asked;
    }
}
