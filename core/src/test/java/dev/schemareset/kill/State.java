package dev.schemareset.kill;

/** A database that may be found. */
enum State {
    /** What is reset, and brought back. */
    OLD,
    /** What the models say, without a row. */
    NEW,
    /** The same with rows, so that an undo has something to back up. */
    FILLED
}
