/** What an exchange of rows tells: conflicts, progress, status. */
package dev.schemareset.turso.replication;
