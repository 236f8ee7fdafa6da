/** Two processes with a file each, that exchange rows. */
@NullMarked
package dev.schemareset.examples.twoinstances;

import org.jspecify.annotations.NullMarked;
