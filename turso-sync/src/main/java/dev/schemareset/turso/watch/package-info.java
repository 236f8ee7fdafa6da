/** Notices that the local database was written; its door is {@link dev.schemareset.turso.watch.LocalWrites}. */
package dev.schemareset.turso.watch;
