package dev.schemareset.examples.benchmark.model;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;

/** A unique key besides the primary one. */
@Table("accounts")
public record Account(@PrimaryKey Long id, @Unique String name, int number) {}
