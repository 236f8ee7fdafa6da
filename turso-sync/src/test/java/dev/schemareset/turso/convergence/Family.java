package dev.schemareset.turso.convergence;

import java.util.List;

/** The tables of the family, and keys for their rows, as SQL: so few that all writers meet. */
final class Family {

    private static final String MOST = "9223372036854775807";
    private static final String LEAST = "(-9223372036854775807 - 1)";
    private static final String NUL = "CAST(x'6100' AS TEXT)";

    /**
     * A table.
     *
     * @param name its name
     * @param columns its columns, those of its key first
     * @param keys for each column of its key, the values to choose from
     */
    record Table(String name, List<String> columns, List<List<String>> keys) {

        List<String> key() {
            return columns.subList(0, keys.size());
        }

        List<String> others() {
            return columns.subList(keys.size(), columns.size());
        }
    }

    static final List<String> PERSONS = List.of("1", "2", "3", "4", "5", "6", "9007199254740993");

    static final List<String> BRANCHES = List.of("1", "2", "3", "4", "5", LEAST);

    /** The only table with unique keys besides the primary one. */
    static final Table PEOPLE = new Table("people", List.of("id", "email", "name", "city"), List.of(PERSONS));

    static final List<Table> TABLES = List.of(
            PEOPLE,
            new Table(
                    "letters",
                    List.of("id", "person_id", "body"),
                    List.of(List.of("'a'", "'A'", "'b'", "'B'", "''", "'é'", "'É'", "'\uD83D\uDE00'", NUL))),
            new Table(
                    "cells",
                    List.of("line", "place", "number"),
                    List.of(List.of("1", "2", MOST), List.of("'a'", "'A'", "''"))),
            new Table("stamps", List.of("id", "picture"), List.of(List.of("x''", "x'00'", "x'00ff'", "x'61'"))),
            new Table("branches", List.of("id", "parent_id", "name"), List.of(BRANCHES)),
            new Table("things", List.of("key", "value"), List.of(List.of("1", "2", "3", MOST, LEAST))));

    private Family() {}
}
