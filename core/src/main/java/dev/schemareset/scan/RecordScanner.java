package dev.schemareset.scan;

import static java.util.stream.Collectors.toMap;

import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the models and makes a schema of them. Nothing happens before the first question; then the scan happens once, and
 * every further question is answered from it. Safe for use by several threads.
 */
public final class RecordScanner {

    private record Scan(Schema schema, List<String> recordsWithoutTable) {}

    private final String scanned;
    private final Function<Problems, Models> search;
    private @Nullable Scan scan;

    private RecordScanner(String scanned, Function<Problems, Models> search) {
        this.scanned = scanned;
        this.search = search;
    }

    /**
     * Prepares a scan of packages, each with its sub-packages.
     *
     * @param packages names of packages
     * @return the scanner
     */
    public static RecordScanner ofPackages(List<String> packages) {
        return new RecordScanner(String.join(", ", packages), problems -> ModelSearch.inPackages(packages, problems));
    }

    /**
     * Prepares a scan of classes.
     *
     * @param classes records with {@code @Table}
     * @return the scanner
     */
    public static RecordScanner ofClasses(List<Class<?>> classes) {
        String names =
                String.join(", ", classes.stream().map(Class::getSimpleName).toList());
        return new RecordScanner(names, problems -> ModelSearch.among(classes, problems));
    }

    /**
     * What the models ask for.
     *
     * @return the schema
     */
    public Schema schema() {
        return scan().schema();
    }

    /**
     * The records that were seen and are no models, because they carry no {@code @Table}.
     *
     * @return their names, ordered
     */
    public List<String> recordsWithoutTable() {
        return scan().recordsWithoutTable();
    }

    /**
     * What is scanned.
     *
     * @return the packages or the classes, by name
     */
    @Override
    public String toString() {
        return scanned;
    }

    private synchronized Scan scan() {
        Scan done = scan;
        if (done == null) {
            Problems problems = new Problems();
            done = read(search.apply(problems), problems);
            problems.throwIfAny();
            scan = done;
        }
        return done;
    }

    private static Scan read(Models models, Problems problems) {
        RecordReader reader = new RecordReader(new Nullability(models.nullableFields()), problems);
        List<MappedRecord> records = models.records().stream()
                .flatMap(record -> reader.read(record).stream())
                .toList();
        Map<Class<?>, Table> tables = records.stream().collect(toMap(MappedRecord::record, MappedRecord::table));
        ReferenceReader references = new ReferenceReader(tables, problems);
        List<Table> complete = records.stream()
                .map(record -> record.table().withConstraints(references.read(record), List.of()))
                .sorted(Comparator.comparing((Table table) -> table.name().folded()))
                .toList();
        Names.checkDistinct(complete, problems);
        return new Scan(new Schema(complete), models.recordsWithoutTable());
    }
}
