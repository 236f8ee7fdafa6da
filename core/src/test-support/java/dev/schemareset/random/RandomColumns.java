package dev.schemareset.random;

import dev.schemareset.model.Check;
import dev.schemareset.model.Column;
import dev.schemareset.model.ColumnType;
import dev.schemareset.model.ColumnType.Affinity;
import dev.schemareset.model.DefaultValue;
import dev.schemareset.model.DefaultValue.TimeFormat;
import dev.schemareset.model.Domain;
import dev.schemareset.model.Generated;
import dev.schemareset.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Columns of one table. */
final class RandomColumns {

    private static final List<String> STRICT = List.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");
    private static final List<String> LOOSE =
            List.of("INTEGER", "TEXT", "VARCHAR(40)", "DECIMAL(10, 2)", "BIGINT", "DATE", "double precision");
    private static final List<String> CONSTANTS = List.of("A", "B_1", "Größe", "ключ", "select");
    private static final List<String> COMMENTS = List.of(
            "It's; -- \"odd\"",
            "/* one",
            "*/ two",
            "three ) STRICT;",
            "\uD83D\uDE00",
            "'",
            "\"",
            "`",
            "  indented",
            "-- ");

    private final Random random;
    private final boolean strict;
    private final RandomNames names;

    RandomColumns(Random random, boolean strict) {
        this.random = random;
        this.strict = strict;
        this.names = new RandomNames(random);
    }

    Name name() {
        return names.next();
    }

    ColumnType type() {
        List<String> types = strict ? STRICT : LOOSE;
        return new ColumnType(types.get(random.nextInt(types.size())));
    }

    /** A column of its own: neither a key nor computed. */
    Column plain() {
        ColumnType type = type();
        boolean nullable = random.nextBoolean();
        Optional<Domain> domain = random.nextInt(4) == 0 ? domain(type) : Optional.empty();
        return column(name(), type, nullable, domain, defaultValue(type, nullable, domain));
    }

    /** A column with a time that SQLite fills in. */
    Column now() {
        List<TimeFormat> formats = List.of(TimeFormat.values());
        TimeFormat format = formats.get(random.nextInt(formats.size()));
        boolean number = format == TimeFormat.EPOCH_MILLIS || format == TimeFormat.YEAR;
        ColumnType type = number ? ColumnType.INTEGER : ColumnType.TEXT;
        return column(name(), type, false, Optional.empty(), Optional.of(new DefaultValue.Now(format)));
    }

    Column key(ColumnType type) {
        return column(name(), type, false, Optional.empty(), Optional.empty());
    }

    Column reference(ColumnType type, boolean nullable) {
        return column(name(), type, nullable, Optional.empty(), Optional.empty());
    }

    /** One that fits the type, or a type that anything fits. */
    Column generated(Column source) {
        boolean number = random.nextBoolean();
        String sql = (number
                        ? List.of("length(%s) + 1", "CASE WHEN %s IS NULL THEN 1 END", "(NULLIF(%s, %1$s))")
                        : List.of("%s", "coalesce(%s, 'it''s', 0)", "hex(%s) || ' ; -- '"))
                .get(random.nextInt(3))
                .formatted(source.name().quoted());
        ColumnType type = number ? ColumnType.INTEGER : strict ? ColumnType.ANY : type();
        return column(name(), type, true, Optional.empty(), Optional.empty())
                .withGenerated(new Generated(sql, random.nextBoolean()));
    }

    Optional<String> comment() {
        if (random.nextInt(5) > 0) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            lines.add(COMMENTS.get(random.nextInt(COMMENTS.size())));
        }
        return Optional.of(String.join("\n", lines).strip());
    }

    Check check(Name column) {
        Optional<Name> name = random.nextBoolean() ? Optional.empty() : Optional.of(names.next());
        String sql = List.of("%s IS NOT NULL OR 1", "typeof(%s) <> 'it''s; --'", "(length(%s) >= 0)")
                .get(random.nextInt(3))
                .formatted(column.quoted());
        return new Check(name, sql);
    }

    private Column column(
            Name name, ColumnType type, boolean nullable, Optional<Domain> domain, Optional<DefaultValue> value) {
        boolean text = type.affinity(strict) == Affinity.TEXT;
        Optional<String> collation = text && random.nextInt(4) == 0
                ? Optional.of(List.of("BINARY", "NOCASE", "RTRIM").get(random.nextInt(3)))
                : Optional.empty();
        List<Check> checks = random.nextInt(8) == 0 ? List.of(check(name), check(name)) : List.of();
        return new Column(name, type, nullable, domain, value, Optional.empty(), collation, checks, comment());
    }

    private Optional<Domain> domain(ColumnType type) {
        if (type.equals(ColumnType.INTEGER)) {
            return Optional.of(new Domain.Flag());
        }
        if (type.equals(ColumnType.TEXT)) {
            return Optional.of(
                    random.nextBoolean()
                            ? new Domain.Json()
                            : new Domain.OneOf(CONSTANTS.subList(0, 1 + random.nextInt(CONSTANTS.size()))));
        }
        return Optional.empty();
    }

    private Optional<DefaultValue> defaultValue(ColumnType type, boolean nullable, Optional<Domain> domain) {
        if (random.nextInt(3) > 0) {
            return Optional.empty();
        }
        if (domain.isPresent()) {
            return Optional.of(new DefaultValue.Sql(
                    domain.get() instanceof Domain.Json
                            ? "'{\"a\": [1, 2]}'"
                            : type.equals(ColumnType.TEXT) ? "'A'" : "TRUE"));
        }
        if (nullable && random.nextInt(4) == 0) {
            return Optional.of(new DefaultValue.Sql("NULL"));
        }
        return Optional.of(new DefaultValue.Sql(random.nextInt(4) == 0 ? expression(type) : literal(type)));
    }

    private String literal(ColumnType type) {
        return switch (type.affinity(strict)) {
            case INTEGER ->
                List.of("0", "-7", "+3", "9223372036854775807", "0xff").get(random.nextInt(5));
            case REAL, NUMERIC -> List.of("0.5", "-1.5e3", "1e-9", "3").get(random.nextInt(4));
            case TEXT ->
                List.of("''", "'it''s'", "'; -- /*'", "'\uD83D\uDE00'", "CURRENT_TIMESTAMP")
                        .get(random.nextInt(5));
            case BLOB -> List.of("x''", "X'00Ff'").get(random.nextInt(2));
        };
    }

    private String expression(ColumnType type) {
        return switch (type.affinity(strict)) {
            case INTEGER -> "(1 + 2)";
            case REAL, NUMERIC -> "(1.0 / 3)";
            case TEXT -> "('a' || ' -- b')";
            case BLOB -> "(zeroblob(2))";
        };
    }
}
