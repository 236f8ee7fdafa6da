@NullMarked
package dev.schemareset.examples.world;

import org.jspecify.annotations.NullMarked;
