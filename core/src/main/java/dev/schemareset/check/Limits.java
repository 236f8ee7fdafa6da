package dev.schemareset.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemareset.ddl.Planner;
import dev.schemareset.error.Problem;
import dev.schemareset.model.Index;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The <a href="https://www.sqlite.org/limits.html">limits of SQLite</a> that a model can exceed. What is counted in a table, an index
 * or a statement is known before SQLite is asked; what is counted in an expression, SQLite finds.
 */
public final class Limits {

    /** Of a table, an index and a result. */
    public static final int COLUMNS = 2_000;

    /** What sqlite-jdbc allows, unless it is told otherwise. */
    static final int STATEMENT_BYTES = 1_000_000;

    /** Of an expression. */
    static final int DEPTH = 1_000;

    /** Of a function. */
    static final int ARGUMENTS = 100;

    /** Of what follows LIKE or GLOB. */
    static final int PATTERN_BYTES = 50_000;

    /** By what SQLite says: its limit, and what to do. */
    private static final Map<String, String> FIXES = Map.of(
            "Expression tree is too large",
            "SQLite allows " + number(DEPTH)
                    + " operators after or inside one another: write IN (...) for many OR, or several @Check for many AND.",
            "too many arguments on function",
            "SQLite allows " + number(ARGUMENTS) + " arguments: put calls of the function into one another.",
            "LIKE or GLOB pattern too complex",
            "SQLite allows " + number(PATTERN_BYTES) + " bytes of a pattern: write a shorter one.");

    private Limits() {}

    /** What is exceeded by a table of a schema and its indexes, of which SQLite can judge nothing else then. */
    static List<Problem> exceededBy(Table table, Schema schema) {
        List<Problem> problems = new ArrayList<>();
        if (table.columns().size() > COLUMNS) {
            problems.add(new Problem(
                    table.model(),
                    "it has " + number(table.columns().size()) + " columns, and SQLite allows " + number(COLUMNS)
                            + " in a table.",
                    "divide it into several models."));
        }
        for (Index index : table.indexes()) {
            if (index.parts().size() > COLUMNS) {
                problems.add(new Problem(
                        table.model(),
                        "its index " + index.name() + " has "
                                + number(index.parts().size()) + " columns, and SQLite allows " + number(COLUMNS)
                                + " in an index.",
                        "index fewer of them."));
            }
        }
        for (DatabaseObject object : Planner.plan(Inventory.EMPTY, schema.withTables(List.of(table)))
                .expected()
                .objects()) {
            int bytes = object.sql().getBytes(UTF_8).length;
            if (bytes > STATEMENT_BYTES) {
                problems.add(new Problem(
                        table.model(),
                        "the SQL of its " + object.label() + " has " + number(bytes) + " bytes, and SQLite allows "
                                + number(STATEMENT_BYTES) + " in a statement.",
                        "shorten its names, comments, expressions and enums, or divide it into several models."));
            }
        }
        return problems;
    }

    /** What to do about SQL that SQLite does not accept because it exceeds a limit; empty when that is not the reason. */
    static Optional<String> fix(String refusal) {
        return FIXES.entrySet().stream()
                .filter(fix -> refusal.contains(fix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
