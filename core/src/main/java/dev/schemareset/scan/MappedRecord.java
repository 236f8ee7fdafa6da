package dev.schemareset.scan;

import dev.schemareset.model.Table;
import java.lang.reflect.Constructor;
import java.util.List;

/** A record, how it is made, and the table it becomes, still without its references. */
record MappedRecord(Class<?> record, Constructor<?> constructor, List<MappedComponent> components, Table table) {}
