package dev.schemareset.scan;

import dev.schemareset.model.Column;
import java.lang.reflect.RecordComponent;

/** A record component and the column it becomes. */
record MappedComponent(RecordComponent component, Column column) {}
