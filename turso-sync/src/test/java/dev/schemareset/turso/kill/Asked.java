package dev.schemareset.turso.kill;

import dev.schemareset.turso.support.SeenRequest;

/** What a request is for, by its body. */
enum Asked {
    /** Changes are sent. */
    PUSH,
    /** Where the log stands. */
    HEAD,
    /** The rows are fetched that others changed. */
    WINDOW,
    /** Rows of a whole table are fetched, for a database that is yet to be made. */
    PAGE,
    /** The schema, or how many rows there are. */
    OTHER;

    static Asked by(SeenRequest request) {
        String body = request.body();
        if (body.contains("SET push_no = excluded.push_no")) {
            return PUSH;
        }
        if (body.contains("LEFT JOIN main.")) {
            return WINDOW;
        }
        if (body.contains("\"sql\":\"BEGIN\"")) {
            return PAGE;
        }
        return body.contains("k = 'trimmed'") ? HEAD : OTHER;
    }
}
