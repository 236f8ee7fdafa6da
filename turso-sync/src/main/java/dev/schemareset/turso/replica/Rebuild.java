package dev.schemareset.turso.replica;

import java.time.Instant;

/**
 * What a database becomes that is made anew from the other side.
 *
 * @param epoch names the reset that made the remote database
 * @param remote the remote database as a person knows it
 * @param id names the instance from now on
 * @param why why it is made anew, in a clause
 * @param everyRow whether rows that were sent and are not there any more are kept as conflicts, too
 * @param consent whether somebody said that rows may be given up for conflicts
 * @param now the time
 */
public record Rebuild(
        String epoch, String remote, String id, String why, boolean everyRow, boolean consent, Instant now) {}
