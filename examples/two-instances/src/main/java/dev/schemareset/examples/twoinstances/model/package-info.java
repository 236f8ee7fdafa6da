/** The models of the example: what its databases are made from. */
@NullMarked
package dev.schemareset.examples.twoinstances.model;

import org.jspecify.annotations.NullMarked;
