/**
 * Speaks Hrana, the protocol of Turso and libSQL servers: values become JSON, and JSON becomes values. It touches neither the
 * network nor a disk.
 */
package dev.schemareset.turso.hrana;
