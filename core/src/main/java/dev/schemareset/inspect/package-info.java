/** Reads what is in a database. */
package dev.schemareset.inspect;
