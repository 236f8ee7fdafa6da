/** What goes from one side to the other: tables, rows of them, and places in the log of their changes. */
package dev.schemareset.turso.shape;
