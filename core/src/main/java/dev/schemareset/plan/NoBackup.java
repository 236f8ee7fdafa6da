package dev.schemareset.plan;

/** Why no backup is taken of what a reset or an undo drops. */
public enum NoBackup {

    /** Every table is known to be empty. */
    NO_ROWS("no row is dropped"),

    /** Every table but temporary ones, which are in no file, is known to be empty. */
    ONLY_TEMPORARY_ROWS("only temporary tables lose rows, and no backup holds those"),

    /** {@code withoutBackup()} was called. */
    NOT_WANTED("withoutBackup() asks for none"),

    /** The database is in memory, and has no directory. */
    IN_MEMORY("the database is in memory; only backups(directory, keep) takes one of it"),

    /** The database is in the temporary directory that the system property {@code java.io.tmpdir} names, as that of a test is. */
    TEMPORARY(
            "the database is in the temporary directory, java.io.tmpdir; only backups(directory, keep) takes one of it");

    private final String words;

    NoBackup(String words) {
        this.words = words;
    }

    /**
     * The reason in words.
     *
     * @return e.g. {@code no row is dropped}
     */
    @Override
    public String toString() {
        return words;
    }
}
