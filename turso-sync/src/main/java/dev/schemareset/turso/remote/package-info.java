/** Reads and changes a remote database; its door is {@link dev.schemareset.turso.remote.TursoDatabase}. */
package dev.schemareset.turso.remote;
