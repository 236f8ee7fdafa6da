package dev.schemareset.turso.kill;

/** When the process is killed that sent a request. */
enum Blow {
    /** Before the request left: the server never sees it. */
    UNSENT,
    /** While the request is on its way: the server sees it when the process is dead. */
    IN_FLIGHT,
    /** The same, but the request takes so long that the file was already opened, exchanged and changed again. */
    LATE,
    /** When the server has done what it was asked, before the process is told. */
    UNTOLD,
    /** A moment after it is told. */
    TOLD,
    /** After it is told, a moment after it began to write. */
    WRITING
}
