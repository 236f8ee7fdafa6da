package dev.schemareset.read;

import dev.schemareset.find.Component;
import dev.schemareset.model.Column;

/** A component and the column it becomes. */
record MappedComponent(Component component, Column column) {}
