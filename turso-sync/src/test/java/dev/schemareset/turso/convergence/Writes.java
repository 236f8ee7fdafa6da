package dev.schemareset.turso.convergence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import dev.schemareset.turso.convergence.Family.Table;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes up transactions. Nearly every row that one writes holds a mark that no other row has. */
final class Writes {

    private static final List<String> OR = List.of("", "", "OR REPLACE ", "OR REPLACE ", "OR IGNORE ", "OR FAIL ");
    private static final List<String> EMAILS = List.of("'e1'", "'e2'", "'e1'", "NULL");
    private static final List<String> NAMES = List.of("'n1'", "'n1'", "'n2'");
    private static final List<String> CITIES = List.of("'c1'", "'c2'");

    /** More rows than are sent or fetched at once. */
    private static final int MANY = 1_100;

    private final Random random;
    private int marks;

    Writes(Random random) {
        this.random = random;
    }

    /** The statements of a transaction. */
    List<String> transaction() {
        List<String> statements = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            statements.addAll(random.nextInt(5) == 0 ? odd() : List.of(plain()));
        }
        return statements;
    }

    /** A statement that writes very many rows. */
    String bulk() {
        String rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + MANY + ") SELECT ";
        return switch (random.nextInt(3)) {
            case 0 ->
                "INSERT OR REPLACE INTO people " + rows + "1000 + i, 'bulk' || i, 'bulk' || i, " + mark() + " FROM n";
            case 1 -> "INSERT OR REPLACE INTO cells " + rows + "i, 'bulk', " + number() + " + i FROM n";
            default ->
                "UPDATE people SET email = 'bulk' || ((id + 7) % " + MANY + "), city = " + mark() + " WHERE id > 1000";
        };
    }

    private String plain() {
        Table table = chance(3) ? Family.PEOPLE : pick(Family.TABLES);
        return switch (random.nextInt(12)) {
            case 9, 10, 0, 1, 2 -> "INSERT " + pick(OR) + "INTO " + table.name() + " VALUES (" + row(table) + ")";
            case 3 ->
                "INSERT INTO " + table.name() + " VALUES (" + row(table) + ") ON CONFLICT ("
                        + String.join(", ", quoted(table.key())) + ") DO UPDATE SET "
                        + quoted(table.others()).stream()
                                .map(column -> column + " = excluded." + column)
                                .collect(joining(", "));
            case 4, 5, 6 ->
                "UPDATE " + pick(OR) + table.name() + " SET " + set(table.others(), others(table)) + where(table);
            case 7 ->
                "UPDATE " + pick(OR) + table.name() + " SET " + set(table.key(), key(table)) + ", "
                        + set(table.others(), others(table)) + where(table);
            case 8 -> "UPDATE " + pick(OR) + table.name() + " SET " + set(table.key(), key(table)) + where(table);
            default -> "DELETE FROM " + table.name() + where(table);
        };
    }

    /** What is rare, and hard to note. */
    private List<String> odd() {
        String mark = mark();
        return switch (random.nextInt(11)) {
            case 0 ->
                List.of(
                        "UPDATE people SET email = NULL, city = " + mark + " WHERE email = 'e1'",
                        "UPDATE people SET email = 'e1', city = " + mark() + " WHERE email = 'e2'",
                        "UPDATE people SET email = 'e2' WHERE city = " + mark);
            case 1 ->
                List.of(
                        "UPDATE people SET name = " + mark + " WHERE name = 'n1' AND city = 'c1'",
                        "UPDATE people SET name = 'n1', email = " + mark() + " WHERE name = 'n2' AND city = 'c1'",
                        "UPDATE people SET name = 'n2', email = " + mark() + " WHERE name = " + mark);
            case 2 -> List.of("UPDATE OR REPLACE people SET email = 'e1', city = " + mark + " || id");
            case 3 -> List.of("UPDATE OR IGNORE people SET name = 'n1', city = 'c1'");
            case 4 -> List.of("UPDATE OR REPLACE cells SET line = line + 1 WHERE line < 3");
            case 5 -> List.of("UPDATE letters SET id = lower(id)");
            case 6 -> List.of("UPDATE letters SET id = upper(id)");
            case 7 -> List.of("DELETE FROM branches WHERE parent_id IS NULL");
            case 8 ->
                List.of("INSERT OR REPLACE INTO people SELECT id + 1, email, " + mark
                        + ", city FROM people WHERE id < 4 ORDER BY id LIMIT 1");
            case 9 ->
                List.of("REPLACE INTO letters SELECT upper(id), person_id, " + mark + " || id FROM letters WHERE true");
            default -> List.of("UPDATE OR REPLACE branches SET id = id + 1, name = " + mark + " || id WHERE id < 5");
        };
    }

    private String row(Table table) {
        return String.join(", ", key(table)) + ", " + String.join(", ", others(table));
    }

    private List<String> key(Table table) {
        return table.keys().stream().map(this::pick).toList();
    }

    private List<String> others(Table table) {
        return switch (table.name()) {
            case "people" -> person();
            case "letters" -> List.of(reference(Family.PERSONS), chance(5) ? pick(List.of("NULL", "''")) : mark());
            case "cells" -> List.of(chance(4) ? pick(List.of("NULL", "0.1", "9e999", "-9e999", "3")) : number());
            case "stamps" -> List.of(chance(4) ? pick(List.of("NULL", "x''")) : "CAST(" + mark() + " AS BLOB)");
            case "branches" -> List.of(reference(Family.BRANCHES), mark());
            default -> List.of(anything());
        };
    }

    /** One of the unique keys may collide; the mark is in the other one. */
    private List<String> person() {
        return chance(2) ? List.of(pick(EMAILS), mark(), pick(CITIES)) : List.of(mark(), pick(NAMES), pick(CITIES));
    }

    private String reference(List<String> keys) {
        return chance(3) ? "NULL" : pick(keys);
    }

    private String anything() {
        return switch (random.nextInt(6)) {
            case 0 -> number();
            case 1 -> "CAST(" + mark() + " AS BLOB)";
            case 2 -> String.valueOf((1L << 60) + marks++);
            case 3 -> pick(List.of("NULL", "''", "x''", "9e999", "0.1", "0"));
            default -> mark();
        };
    }

    private String mark() {
        String mark = "m" + marks++;
        return switch (random.nextInt(6)) {
            case 0 -> "'" + mark + "\uD83D\uDE00'";
            case 1 -> "CAST(x'" + HexFormat.of().formatHex(mark.getBytes(US_ASCII)) + "0061' AS TEXT)";
            default -> "'" + mark + "'";
        };
    }

    private String number() {
        int mark = marks++;
        return switch (random.nextInt(4)) {
            case 0 -> String.valueOf(mark * 0.1);
            case 1 -> mark + "e-310";
            case 2 -> String.valueOf((1L << 60) + mark * 1024L) + ".0";
            default -> {
                double number = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(number) ? String.valueOf(number) : mark + ".1";
            }
        };
    }

    private String where(Table table) {
        List<String> key = key(table);
        return IntStream.range(0, key.size())
                .mapToObj(i -> '"' + table.key().get(i) + "\" = " + key.get(i))
                .collect(joining(" AND ", " WHERE ", ""));
    }

    private static String set(List<String> columns, List<String> values) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> '"' + columns.get(i) + "\" = " + values.get(i))
                .collect(joining(", "));
    }

    private static List<String> quoted(List<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').toList();
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
