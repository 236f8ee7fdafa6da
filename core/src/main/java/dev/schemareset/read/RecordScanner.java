package dev.schemareset.read;

import dev.schemareset.error.Problem;
import dev.schemareset.find.ModelSearch;
import dev.schemareset.find.Models;
import dev.schemareset.find.Nullability;
import dev.schemareset.find.Problems;
import dev.schemareset.model.Advice;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the models and makes a schema of them. Nothing happens before the first question; then the scan happens once, and
 * every further question is answered from it. Safe for use by several threads.
 */
public final class RecordScanner {

    /**
     * What a scan found.
     *
     * @param schema the tables of the models with which nothing is wrong, and the packages of all models
     * @param writable the tables in which SQLite can judge the SQL, of these and of others
     * @param problems what is wrong with the others, in the order of the models
     * @param recordsWithoutTable the names of the records that were seen and are no models, because they carry no
     *     {@code @Table}, ordered
     * @param advice what is legal in the models and probably not meant, in the order of the models
     */
    public record Scan(
            Schema schema,
            List<Table> writable,
            List<Problem> problems,
            List<String> recordsWithoutTable,
            List<Advice> advice) {}

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
     * Scans, if that was not done before.
     *
     * @return what was found
     */
    public synchronized Scan scan() {
        Scan done = scan;
        if (done == null) {
            Problems problems = new Problems();
            done = read(search.apply(problems), problems);
            scan = done;
        }
        return done;
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

    private static Scan read(Models models, Problems problems) {
        Names names = new Names(problems);
        RecordReader reader = new RecordReader(new Nullability(), names, problems);
        List<MappedRecord> records = models.records().stream()
                .flatMap(model -> reader.read(model).stream())
                .toList();
        names.checkDistinct(records);
        Map<Class<?>, Table> tables = withReferences(models, records, problems);
        ReferenceCycles.check(tables, problems);
        List<Table> writable = tables.entrySet().stream()
                .filter(entry -> problems.isWritable(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<Table> sound = tables.entrySet().stream()
                .filter(entry -> problems.isSound(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing((Table table) -> table.name().folded()))
                .toList();
        ModelPackages packages = ModelPackages.of(
                models.records().stream().map(Class::getPackageName).toList());
        return new Scan(
                new Schema(sound, packages),
                writable,
                problems.list(),
                models.recordsWithoutTable(),
                problems.advice());
    }

    private static Map<Class<?>, Table> withReferences(Models models, List<MappedRecord> records, Problems problems) {
        Map<Class<?>, Table> tables = new LinkedHashMap<>();
        records.forEach(record -> tables.put(record.model(), record.table()));
        Set<Class<?>> unreadable = new HashSet<>(models.records());
        unreadable.removeAll(tables.keySet());
        ReferenceReader references = new ReferenceReader(Map.copyOf(tables), unreadable, problems);
        for (MappedRecord record : records) {
            tables.put(record.model(), record.table().withForeignKeys(references.read(record)));
        }
        return tables;
    }
}
