package dev.schemareset.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * All the tables the models ask for.
 *
 * @param tables the tables, ordered by name, so that the same models always make the same text
 * @param packages the packages of the models
 */
public record Schema(List<Table> tables, ModelPackages packages) {

    /** Copies the list, so that the schema cannot change. */
    public Schema {
        tables = List.copyOf(tables);
    }

    /**
     * Whether rows of these tables may refer to each other.
     *
     * @return whether any table has a foreign key
     */
    public boolean hasForeignKeys() {
        return tables.stream().anyMatch(table -> !table.foreignKeys().isEmpty());
    }

    /**
     * The schema with other tables.
     *
     * @param others the tables, e.g. some of these
     * @return a schema that differs in its tables only
     */
    public Schema withTables(List<Table> others) {
        return new Schema(requireNonNull(others, "others"), packages);
    }
}
