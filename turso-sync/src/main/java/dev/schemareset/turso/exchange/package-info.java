/** Exchanges rows between a replica and a feed: in which order, and what happens when something comes between. */
package dev.schemareset.turso.exchange;
