package dev.schemareset.scan;

import java.util.List;
import java.util.Set;

/**
 * The records that were found.
 *
 * @param records the models: records with {@code @Table}, ordered by name
 * @param recordsWithoutTable the names of the other records that were seen, ordered
 * @param nullableFields the fields, as {@code class#field}, with an annotation called {@code Nullable} in their class
 *     file, where annotations stand that reflection does not see
 */
record Models(List<Class<?>> records, List<String> recordsWithoutTable, Set<String> nullableFields) {}
