/** Touches the disk: reads and resets SQLite databases, and writes migration files. */
package dev.schemareset.database;
