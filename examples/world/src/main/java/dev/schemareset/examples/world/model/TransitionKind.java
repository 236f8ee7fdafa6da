package dev.schemareset.examples.world.model;

/** What the change of an offset does to the local time. */
public enum TransitionKind {
    /** Clocks go forward: some local times do not happen. */
    GAP,
    /** Clocks go back: some local times happen twice. */
    OVERLAP
}
