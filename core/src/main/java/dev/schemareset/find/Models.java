package dev.schemareset.find;

import java.util.List;

/**
 * The records that were found.
 *
 * @param records the models: records with {@code @Table}, ordered by name
 * @param recordsWithoutTable the names of the other records that were seen, ordered
 */
public record Models(List<Class<?>> records, List<String> recordsWithoutTable) {}
