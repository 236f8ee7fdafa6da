package dev.schemareset.scan;

import dev.schemareset.model.Table;
import java.util.List;

/** A record and the table it becomes, still without its references. */
record MappedRecord(Class<?> record, List<MappedComponent> components, Table table) {}
