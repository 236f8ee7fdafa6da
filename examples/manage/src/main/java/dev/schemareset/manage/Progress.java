package dev.schemareset.manage;

import dev.schemareset.turso.replication.SyncProgress;
import java.io.PrintWriter;

/** Shows how far long work has come: as a bar on a terminal, else as a line for each tenth of it. */
final class Progress implements SyncProgress.Listener, AutoCloseable {

    /** Fewer rows are done before anybody could read about them. */
    private static final long FEW = 1_000;

    private static final int WIDTH = 20;
    private static final String ERASE_REST_OF_LINE = "\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String work = "";
    private long tenth;
    private boolean barShown;

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void onProgress(SyncProgress progress) {
        if (progress.total() <= FEW) {
            return;
        }
        begin(progress);
        if (terminal) {
            showBar(progress);
        } else {
            showTenth(progress);
        }
    }

    /** Each table has a bar of its own, but what was changed is counted over all of them. */
    private void begin(SyncProgress progress) {
        String begun = switch (progress.work()) {
            case FETCHING, COMPARING -> progress.work() + " " + progress.table();
            case SENDING, RECEIVING -> progress.work().name();
        };
        if (!begun.equals(work)) {
            close();
            work = begun;
            tenth = 0;
        }
    }

    private void showBar(SyncProgress progress) {
        int full = (int) part(progress, WIDTH);
        out.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + progress + ERASE_REST_OF_LINE);
        out.flush();
        barShown = true;
    }

    private void showTenth(SyncProgress progress) {
        long reached = part(progress, 10);
        if (reached > tenth) {
            out.println(progress);
            tenth = reached;
        }
    }

    /** There may be more rows done than there were when they were counted. */
    private static long part(SyncProgress progress, int parts) {
        return Math.min(parts, progress.done() * parts / progress.total());
    }

    /** Lets the next text begin on a line of its own. */
    @Override
    public void close() {
        if (barShown) {
            out.println();
            barShown = false;
        }
    }
}
