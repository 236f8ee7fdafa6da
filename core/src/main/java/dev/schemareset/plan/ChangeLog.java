package dev.schemareset.plan;

import dev.schemareset.model.Name;
import java.util.List;

/**
 * The names of the tables and triggers by which both databases of a sync know which rows were changed. A local database and its remote one
 * each have them, made in the transaction of the reset.
 */
public final class ChangeLog {

    /** The keys of changed rows, in the order of their change. Only keys: the values are read when they are sent. */
    public static final Name LOG = new Name("_sync_log");

    /** Holds a row while pulled rows are written, which keeps the triggers from logging them. No one else ever sees it. */
    public static final Name CONTEXT = new Name("_sync_ctx");

    /** The instances of the application, and how far each has come. Only the remote database has it. */
    public static final Name PEER = new Name("_sync_peer");

    /** The rows that lost against another version. Only a local database has it. */
    public static final Name CONFLICT = new Name("_sync_conflict");

    /** The values of both versions of such a row, a column each. Only a local database has it. */
    public static final Name CONFLICT_VALUE = new Name("_sync_conflict_value");

    /** What the names of the triggers begin with. */
    public static final String TRIGGER_PREFIX = "_sync_";

    /** Every table of it, on whichever side. */
    static final List<Name> TABLES = List.of(LOG, CONTEXT, PEER, CONFLICT, CONFLICT_VALUE);

    private ChangeLog() {}
}
