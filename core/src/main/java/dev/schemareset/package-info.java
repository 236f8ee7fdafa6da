/** The front door: {@link dev.schemareset.SchemaReset}, and what its steps return. */
package dev.schemareset;
