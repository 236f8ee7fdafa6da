package dev.schemareset.connection;

/** What is done to a database, in the words of messages. */
public enum Action {
    READ("read", "reading", false),
    OPEN("open", "opening", false),
    PROTECT("protect", "protection", false),
    UNPROTECT("unprotect", "end of the protection", false),
    SETTLE("note the remote reset in", "note about the remote", false),
    RESET("reset", "reset", true),
    RESTORE("restore", "undo", true);

    private final String verb;
    private final String noun;
    private final boolean creates;

    Action(String verb, String noun, boolean creates) {
        this.verb = verb;
        this.noun = noun;
        this.creates = creates;
    }

    /** E.g. {@code reset}. */
    public String verb() {
        return verb;
    }

    /** E.g. {@code undo}. */
    public String noun() {
        return noun;
    }

    /** Whether it makes the database when it does not exist. */
    boolean creates() {
        return creates;
    }
}
