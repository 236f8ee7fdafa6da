package dev.schemareset.ddl;

/** Writes values into SQL. */
final class Literals {

    private Literals() {}

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
