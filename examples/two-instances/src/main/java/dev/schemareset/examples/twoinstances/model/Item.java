package dev.schemareset.examples.twoinstances.model;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import java.util.UUID;

/**
 * Something in the pantry.
 *
 * @param id made by whoever adds the item: numbers that SQLite assigns would be the same in two files
 * @param name what it is
 * @param quantity how many there are
 */
@Table("items")
public record Item(@PrimaryKey UUID id, @Unique String name, int quantity) {

    @Override
    public String toString() {
        return quantity + " " + name;
    }
}
