/** The local side of an exchange of rows: its change log, and the rows that come. The only room that knows JDBC. */
package dev.schemareset.turso.replica;
