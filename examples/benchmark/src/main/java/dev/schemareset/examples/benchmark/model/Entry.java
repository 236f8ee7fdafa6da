package dev.schemareset.examples.benchmark.model;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

/** A primary key alone. */
@Table("entries")
public record Entry(@PrimaryKey Long id, String name, int number) {}
