/** Measures, and claims nothing but ratios of one run. */
@NullMarked
package dev.schemareset.examples.benchmark;

import org.jspecify.annotations.NullMarked;
