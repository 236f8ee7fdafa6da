/** Judges the models that were read: the limits of SQLite, and a dry run on an empty database. */
package dev.schemareset.check;
