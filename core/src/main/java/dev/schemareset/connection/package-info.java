/** Opens SQLite databases: paths, URLs and a given Jdbi, their transactions and errors. */
package dev.schemareset.connection;
