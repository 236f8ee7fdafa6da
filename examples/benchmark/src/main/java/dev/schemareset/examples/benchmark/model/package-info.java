/** Two tables that differ in their keys. */
@NullMarked
package dev.schemareset.examples.benchmark.model;

import org.jspecify.annotations.NullMarked;
