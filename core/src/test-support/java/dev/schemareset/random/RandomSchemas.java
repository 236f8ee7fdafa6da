package dev.schemareset.random;

import dev.schemareset.annotation.ForeignKeyAction;
import dev.schemareset.model.Check;
import dev.schemareset.model.Column;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.ColumnType.Affinity;
import dev.schemareset.model.ForeignKey;
import dev.schemareset.model.Index;
import dev.schemareset.model.Index.ColumnPart;
import dev.schemareset.model.Index.ExpressionPart;
import dev.schemareset.model.Index.Part;
import dev.schemareset.model.Key;
import dev.schemareset.model.ModelPackages;
import dev.schemareset.model.Name;
import dev.schemareset.model.Schema;
import dev.schemareset.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Valid schemas that use all that the model can say. The same seed makes the same schema. */
public final class RandomSchemas {

    private final Random random;
    private final RandomNames names;
    private final List<Table> tables = new ArrayList<>();
    private final List<RandomColumns> columns = new ArrayList<>();

    private RandomSchemas(long seed) {
        this.random = new Random(seed);
        this.names = new RandomNames(random);
    }

    /** A schema of 1 to 40 tables, made from models that are numbered behind a prefix. */
    public static Schema of(long seed, String prefix) {
        RandomSchemas schemas = new RandomSchemas(seed);
        int count = 1 + schemas.random.nextInt(40);
        for (int i = 0; i < count; i++) {
            schemas.addTable(prefix + i);
        }
        for (int i = 0; i < count; i++) {
            schemas.addReferences(i);
        }
        return new Schema(
                schemas.tables.stream()
                        .sorted(Comparator.comparing(table -> table.name().folded()))
                        .toList(),
                ModelPackages.of(List.of("random.models")));
    }

    private void addTable(String model) {
        boolean strict = random.nextInt(5) > 0;
        boolean withoutRowid = random.nextInt(6) == 0;
        RandomColumns source = new RandomColumns(random, strict);
        List<Column> all = new ArrayList<>();
        int keys = withoutRowid ? 1 + random.nextInt(3) : random.nextInt(4);
        boolean rowid = keys == 1 && random.nextInt(3) > 0;
        for (int i = 0; i < keys; i++) {
            all.add(source.key(rowid ? ColumnType.INTEGER : source.type()));
        }
        List<Name> key = all.stream().map(Column::name).toList();
        for (int i = 0; i <= random.nextInt(8); i++) {
            all.add(random.nextInt(8) == 0 ? source.now() : source.plain());
        }
        Column first = all.get(all.size() - 1);
        for (int i = 0; i < random.nextInt(3); i++) {
            all.add(source.generated(first));
        }
        boolean autoincrement = rowid && !withoutRowid && random.nextBoolean();
        columns.add(source);
        tables.add(new Table(
                names.next(),
                model,
                source.comment(),
                all,
                key.isEmpty() ? Optional.empty() : Optional.of(new Key(Optional.empty(), key)),
                autoincrement,
                uniqueKeys(source, all, key),
                List.of(),
                checks(source, all),
                indexes(all),
                strict,
                withoutRowid));
    }

    private List<Key> uniqueKeys(RandomColumns source, List<Column> all, List<Name> primaryKey) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            List<Name> chosen = some(all, 3);
            boolean distinct = !chosen.equals(primaryKey)
                    && keys.stream().noneMatch(key -> key.columns().equals(chosen));
            if (distinct) {
                keys.add(new Key(random.nextBoolean() ? Optional.empty() : Optional.of(source.name()), chosen));
            }
        }
        return keys;
    }

    private List<Check> checks(RandomColumns source, List<Column> all) {
        return random.nextInt(4) == 0 ? List.of(source.check(some(all, 1).get(0))) : List.of();
    }

    private List<Index> indexes(List<Column> all) {
        List<Index> indexes = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            List<Part> parts = new ArrayList<>();
            some(all, 4).forEach(column -> parts.add(new ColumnPart(column, random.nextInt(3) == 0)));
            if (random.nextInt(3) == 0) {
                parts.add(new ExpressionPart("lower(" + some(all, 1).get(0).quoted() + ") || ' ; -- '"));
            }
            Optional<String> where = random.nextInt(3) == 0
                    ? Optional.of(some(all, 1).get(0).quoted() + " IS NOT NULL")
                    : Optional.empty();
            indexes.add(new Index(names.next(), parts, random.nextInt(3) == 0, where));
        }
        return indexes;
    }

    private List<Name> some(List<Column> all, int most) {
        List<Name> shuffled = new ArrayList<>(all.stream().map(Column::name).toList());
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(most))));
    }

    /** Where a reference is required and not deferred, it goes to a table before, so that a first row can be inserted. */
    private void addReferences(int position) {
        Table table = tables.get(position);
        List<Column> all = new ArrayList<>(table.columns());
        List<ForeignKey> references = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            int to = random.nextInt(tables.size());
            Table target = tables.get(to);
            List<Key> keys = new ArrayList<>(target.uniqueKeys());
            target.primaryKey().ifPresent(keys::add);
            if (keys.isEmpty()) {
                continue;
            }
            boolean deferrable = random.nextBoolean();
            boolean nullable = random.nextBoolean() || (!deferrable && to >= position);
            List<Name> referenced = keys.get(random.nextInt(keys.size())).columns();
            List<Column> referring = referenced.stream()
                    .map(name -> target.column(name).orElseThrow().type())
                    .map(type -> columns.get(position).reference(fitting(type, table.strict()), nullable))
                    .toList();
            all.addAll(referring);
            references.add(new ForeignKey(
                    referring.stream().map(Column::name).toList(),
                    target.name(),
                    referenced,
                    action(nullable),
                    action(nullable),
                    deferrable));
        }
        tables.set(position, with(table, all, references));
    }

    private ForeignKeyAction action(boolean nullable) {
        List<ForeignKeyAction> actions = nullable
                ? List.of(ForeignKeyAction.values())
                : List.of(ForeignKeyAction.NO_ACTION, ForeignKeyAction.RESTRICT, ForeignKeyAction.CASCADE);
        return actions.get(random.nextInt(actions.size()));
    }

    /** A type of the same affinity, since a strict table knows fewer types than another. */
    private static ColumnType fitting(ColumnType type, boolean strict) {
        if (!strict || type.isStrict()) {
            return type;
        }
        return type.affinity(false) == Affinity.NUMERIC
                ? ColumnType.ANY
                : new ColumnType(type.affinity(false).name());
    }

    private static Table with(Table table, List<Column> columns, List<ForeignKey> references) {
        return new Table(
                table.name(),
                table.model(),
                table.comment(),
                columns,
                table.primaryKey(),
                table.autoincrement(),
                table.uniqueKeys(),
                references,
                table.checks(),
                table.indexes(),
                table.strict(),
                table.withoutRowid());
    }
}
