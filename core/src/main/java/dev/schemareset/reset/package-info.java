/** Resets and syncs the local and the remote database in order, guarded. */
package dev.schemareset.reset;
