package dev.schemareset.kill;

/**
 * What one kill hit.
 *
 * @param journal the journal mode of the database
 * @param step what the victim was doing
 * @param place where in it
 * @param found the database that was found
 */
record Hit(Journal journal, Step step, Place place, State found) {

    /** As the files show that it left behind. */
    enum Place {
        TRANSACTION,
        BACKUP,
        /** After the reset was committed, when the free pages are given back. */
        VACUUM,
        ELSEWHERE
    }
}
