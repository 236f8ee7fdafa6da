/** Reads annotated records into a schema model, with every problem at its place. */
package dev.schemareset.read;
