package consumer.models;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table
public record Team(@PrimaryKey Long id, String name) {}
