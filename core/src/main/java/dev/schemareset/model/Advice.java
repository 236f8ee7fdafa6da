package dev.schemareset.model;

/**
 * What is legal in the models and probably not meant. It stops nothing.
 *
 * @param where the record, e.g. {@code app.models.User}
 * @param what what follows from what is written there
 * @param fix what to write instead
 */
public record Advice(String where, String what, String fix) {

    /**
     * The advice as text for people.
     *
     * @return two lines
     */
    @Override
    public String toString() {
        return where + ": " + what + "\n  Fix: " + fix;
    }
}
