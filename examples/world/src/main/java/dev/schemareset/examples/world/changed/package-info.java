/**
 * The records that change in the second half of the example. An application edits its records in place; here the old and
 * the new ones stand side by side.
 */
@NullMarked
package dev.schemareset.examples.world.changed;

import org.jspecify.annotations.NullMarked;
