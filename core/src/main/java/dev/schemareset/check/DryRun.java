package dev.schemareset.check;

import dev.schemareset.ddl.Planner;
import dev.schemareset.ddl.Planner.Trial;
import dev.schemareset.error.Problem;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.Inventory;
import dev.schemareset.plan.Plan;
import dev.schemareset.plan.Statement;
import dev.schemareset.run.EmptyDatabase;
import dev.schemareset.run.EmptyDatabase.Made;
import dev.schemareset.run.EmptyDatabase.Rejected;
import dev.schemareset.run.EmptyDatabase.Tried;
import dev.schemareset.type.StoredType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Lets SQLite judge the SQL that developers wrote into annotations, and what it makes of the whole schema. */
final class DryRun {

    private record Judged(Table table, Trial trial) {}

    private final List<Problem> problems = new ArrayList<>();
    private final Set<Table> faulty = new HashSet<>();

    private DryRun() {}

    /** The whole of a schema, and the pieces of its tables and of others. */
    static List<Problem> of(Schema schema, List<Table> tables) {
        DryRun dryRun = new DryRun();
        tables.forEach(table -> dryRun.measure(table, schema));
        dryRun.judge(dryRun.sound(tables), Planner::trials);
        dryRun.judge(
                dryRun.sound(schema.tables()),
                table -> isComputed(table) ? List.of(Planner.trialOfAll(table)) : List.of());
        dryRun.tryWhole(schema.withTables(dryRun.sound(schema.tables())));
        return dryRun.problems;
    }

    private List<Table> sound(List<Table> tables) {
        return tables.stream().filter(table -> !faulty.contains(table)).toList();
    }

    private void measure(Table table, Schema schema) {
        List<Problem> exceeded = Limits.exceededBy(table, schema);
        if (!exceeded.isEmpty()) {
            faulty.add(table);
            problems.addAll(exceeded);
        }
    }

    private static boolean isComputed(Table table) {
        return table.columns().stream().anyMatch(column -> column.generated().isPresent());
    }

    private void judge(List<Table> tables, Function<Table, List<Trial>> trials) {
        List<Judged> judged = tables.stream()
                .flatMap(table -> trials.apply(table).stream().map(trial -> new Judged(table, trial)))
                .toList();
        List<Tried> outcomes = EmptyDatabase.tryEach(
                judged.stream().map(piece -> piece.trial().statements()).toList());
        for (int i = 0; i < judged.size(); i++) {
            Table table = judged.get(i).table();
            problem(judged.get(i).trial(), outcomes.get(i)).ifPresent(problem -> {
                faulty.add(table);
                problems.add(problem);
            });
        }
    }

    private static Optional<Problem> problem(Trial trial, Tried tried) {
        return tried.rejected().stream()
                .filter(rejected -> trial.rowMustFit()
                        || !rejected.dependsOnTheRow()
                        || Limits.fix(rejected.message()).isPresent())
                .findFirst()
                .map(Rejected::message)
                .map(message -> new Problem(
                        trial.where(),
                        trial.failure() + ": " + message + ".",
                        Limits.fix(message).orElse("correct the SQL.")))
                .or(() -> trial.makes()
                        .flatMap(StoredType::of)
                        .flatMap(type -> tried.read().flatMap(made -> problem(trial, type, made))));
    }

    /** What a default makes in another form is another value to SQLite than the same that is bound. */
    private static Optional<Problem> problem(Trial trial, StoredType<?> type, Object made) {
        if (type.isStored(made)) {
            return Optional.empty();
        }
        boolean time =
                type.conversion().storedAs() == String.class && type.now().isPresent();
        return Optional.of(new Problem(
                trial.where(),
                "its default makes " + StoredType.shown(made) + ", and "
                        + type.javaType().getSimpleName() + " is stored as " + type.example()
                        + ": SQLite would compare it wrongly with values that are bound.",
                time
                        ? "use @DefaultNow for the current time, or produce that format with strftime()."
                        : "correct the SQL."));
    }

    private void tryWhole(Schema schema) {
        Plan plan = Planner.plan(Inventory.EMPTY, schema);
        Made made =
                EmptyDatabase.make(plan.creates().stream().map(Statement::sql).toList());
        made.rejected().forEach(rejected -> problems.add(problem(plan, rejected)));
        if (made.rejected().isEmpty()) {
            made.schema()
                    .differencesFrom(plan.expected())
                    .forEach(difference -> problems.add(new Problem(
                            "The schema",
                            "what SQLite makes of it differs from the models: " + difference.headline() + ".",
                            "look for names or SQL in the annotations that SQLite takes for something else.")));
        }
    }

    private static Problem problem(Plan plan, Rejected rejected) {
        String where = plan.creates().stream()
                .filter(statement -> statement.sql().equals(rejected.sql()))
                .map(statement -> statement.why().replaceFirst("\\.$", ""))
                .findFirst()
                .orElse("The schema");
        return new Problem(
                where,
                "SQLite does not accept it: " + rejected.message() + "\n  " + Statement.excerpt(rejected.sql()),
                "correct the SQL in the annotations of that record.");
    }
}
