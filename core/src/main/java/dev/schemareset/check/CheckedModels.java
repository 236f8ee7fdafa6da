package dev.schemareset.check;

import dev.schemareset.ddl.Planner;
import dev.schemareset.error.InvalidSchemaException;
import dev.schemareset.error.Problem;
import dev.schemareset.model.Advice;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Schema;
import dev.schemareset.plan.Difference;
import dev.schemareset.plan.Inventory;
import dev.schemareset.read.RecordScanner;
import dev.schemareset.read.RecordScanner.Scan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models, scanned and found to be a schema that SQLite accepts, once, when they are first asked for. */
public final class CheckedModels {

    private final RecordScanner scanner;
    private @Nullable Schema checked;

    public CheckedModels(RecordScanner scanner) {
        this.scanner = scanner;
    }

    public synchronized Schema schema() {
        Schema schema = checked;
        if (schema == null) {
            Scan scan = scanner.scan();
            List<Problem> problems = new ArrayList<>(scan.problems());
            problems.addAll(DryRun.of(scan.schema(), scan.writable()));
            if (!problems.isEmpty()) {
                throw new InvalidSchemaException(problems);
            }
            schema = scan.schema();
            checked = schema;
        }
        return schema;
    }

    /** The packages of the models, also of those that cannot become a table: whose a database is does not depend on that. */
    public ModelPackages packages() {
        return scanner.scan().schema().packages();
    }

    public Inventory expected() {
        return expected(schema());
    }

    private static Inventory expected(Schema schema) {
        return Planner.plan(Inventory.EMPTY, schema).expected();
    }

    /** How a database differs. One that is equal to the letter has shown by itself that SQLite accepts the models. */
    public List<Difference> differences(Inventory found) {
        Scan scan = scanner.scan();
        List<Difference> differences =
                found.differencesFrom(scan.problems().isEmpty() ? expected(scan.schema()) : expected());
        if (!differences.isEmpty()) {
            // What SQLite does not accept is no yardstick.
            schema();
        }
        return differences;
    }

    /** What is legal in models that are a schema, and probably not meant. */
    public List<Advice> advice() {
        schema();
        return scanner.scan().advice();
    }

    public List<String> recordsWithoutTable() {
        return scanner.scan().recordsWithoutTable();
    }

    /** What is scanned: the packages or the classes. */
    @Override
    public String toString() {
        return scanner.toString();
    }
}
