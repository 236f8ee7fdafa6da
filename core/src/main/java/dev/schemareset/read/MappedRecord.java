package dev.schemareset.read;

import dev.schemareset.model.Table;
import java.util.List;

/** A model and the table it becomes, still without its references. */
record MappedRecord(Class<?> model, List<MappedComponent> components, Table table) {}
