/** Statements in one transaction, as one batch of the protocol: how every change gets to a server. */
package dev.schemareset.turso.batch;
