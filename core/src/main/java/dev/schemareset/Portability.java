package dev.schemareset;

import static java.util.stream.Collectors.joining;

import dev.schemareset.error.Problem;
import dev.schemareset.error.SyncException;
import dev.schemareset.error.SyncException.Reason;
import dev.schemareset.model.Column;
import dev.schemareset.model.Name;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import dev.schemareset.plan.DatabaseObject;
import dev.schemareset.plan.DatabaseObject.Kind;
import dev.schemareset.plan.Plan;
import dev.schemareset.spi.Refusal;
import dev.schemareset.spi.RemoteInspection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what of a schema a remote database cannot hold: each table and index, with the constructs in it that servers lack. */
final class Portability {

    private final Plan plan;
    private final Schema schema;

    private Portability(Plan plan, Schema schema) {
        this.plan = plan;
        this.schema = schema;
    }

    static SyncException refused(RemoteInspection remote, Plan plan, Schema schema, List<Refusal> refusals) {
        List<Problem> problems = new Portability(plan, schema).problems(refusals);
        return new SyncException(
                Reason.UNPORTABLE,
                "The database " + remote.name() + " (" + remote.server() + ") cannot hold this schema."
                        + problems.stream()
                                .map(problem ->
                                        "\n- " + problem.where() + ": " + problem.what() + "\n  Fix: " + problem.fix())
                                .collect(joining()),
                "nothing was changed, here or there; the schema was tried there and taken back.",
                "change the models, or sync with a server that can hold them.",
                null);
    }

    /** What fails only because its table does is not told. */
    private List<Problem> problems(List<Refusal> refusals) {
        List<Problem> problems = new ArrayList<>();
        Set<Name> missing = new HashSet<>();
        for (Refusal refusal : refusals) {
            Optional<DatabaseObject> object = object(refusal);
            if (object.isPresent() && missing.add(object.get().table())) {
                problems.add(problem(refusal, object.get()));
            }
        }
        if (problems.isEmpty()) {
            refusals.forEach(refusal -> problems.add(problem(refusal, "look at what the database holds with info().")));
        }
        return problems;
    }

    private Optional<DatabaseObject> object(Refusal refusal) {
        return plan.expected().objects().stream()
                .filter(object -> object.sql().equals(refusal.statement().sql()))
                .findFirst();
    }

    private Problem problem(Refusal refusal, DatabaseObject object) {
        List<String> constructs = object.kind() == Kind.TABLE ? constructs(object.name()) : List.of();
        return problem(
                refusal,
                constructs.isEmpty()
                        ? "write it in another way."
                        : "do without " + String.join(", ", constructs) + ".");
    }

    private static Problem problem(Refusal refusal, String fix) {
        return new Problem(
                refusal.statement().why().replaceFirst("\\.$", ""), "the server says: " + refusal.message() + ".", fix);
    }

    private List<String> constructs(Name name) {
        return schema.tables().stream()
                .filter(table -> table.name().equals(name))
                .flatMap(table -> constructs(table).stream())
                .toList();
    }

    private static List<String> constructs(Table table) {
        List<String> constructs = new ArrayList<>();
        if (table.withoutRowid()) {
            constructs.add("WITHOUT ROWID");
        }
        table.columns().stream()
                .filter(column -> column.generated().isPresent())
                .map(Column::name)
                .forEach(column -> constructs.add("the generated column " + column));
        return constructs;
    }
}
