/** The models: each record is a table, and nothing else says what the database looks like. */
@NullMarked
package dev.schemareset.examples.world.model;

import org.jspecify.annotations.NullMarked;
