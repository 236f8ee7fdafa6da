package dev.schemareset.turso.kill;

/**
 * What one kill hit.
 *
 * @param target what the process was at, and what the request was for
 * @param blow when the process was killed
 * @param inTransaction whether a local transaction was left unfinished, as a journal shows
 * @param isReplaced whether another database has taken the place of the one that was there
 */
record Hit(Target target, Blow blow, boolean inTransaction, boolean isReplaced) {}
