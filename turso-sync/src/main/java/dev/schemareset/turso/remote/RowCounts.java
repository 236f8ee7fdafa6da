package dev.schemareset.turso.remote;

import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.turso.hrana.Hrana.Step;
import dev.schemareset.turso.http.HranaClient;
import java.util.ArrayList;
import java.util.List;

/** Counts the rows of tables, which makes the server read all of them. What it cannot read keeps them unknown. */
final class RowCounts {

    private RowCounts() {}

    static List<DatabaseObject> of(List<DatabaseObject> objects, HranaClient client) {
        List<DatabaseObject> tables =
                objects.stream().filter(object -> object.kind().holdsRows()).toList();
        Answers counts = Answers.to(
                client,
                tables.stream()
                        .map(table -> Step.query(
                                "SELECT count(*) FROM main." + table.name().quoted()))
                        .toList());
        List<DatabaseObject> counted = new ArrayList<>(objects);
        for (int i = 0; i < tables.size(); i++) {
            if (counts.isDone(i)) {
                counted.set(objects.indexOf(tables.get(i)), tables.get(i).withRows(counts.number(i)));
            }
        }
        return counted;
    }
}
