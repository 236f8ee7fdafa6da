/** Resets a database on Turso, the cloud for SQLite, together with the local file. */
package dev.schemareset.turso;
