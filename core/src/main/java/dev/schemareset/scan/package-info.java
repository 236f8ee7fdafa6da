/** Reads annotated records and makes a schema of them. */
package dev.schemareset.scan;
