/** Which Java types can be columns, and how SQLite keeps their values. */
package dev.schemareset.type;
