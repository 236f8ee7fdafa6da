/** What the JDK knows of the world, in a SQLite database: generate, apply, fill, query, change a model, apply again. */
@NullMarked
package dev.schemareset.examples.world;

import org.jspecify.annotations.NullMarked;
