package dev.schemareset.turso.kill;

/**
 * What one kill hit.
 *
 * @param asked what the request was for
 * @param blow when the process was killed
 * @param inTransaction whether a local transaction was left unfinished, as a journal shows
 */
record Hit(Asked asked, Blow blow, boolean inTransaction) {}
