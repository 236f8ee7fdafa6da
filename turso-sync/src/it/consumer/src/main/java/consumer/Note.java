package consumer;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

@Table
public record Note(@PrimaryKey long id, String text) {}
