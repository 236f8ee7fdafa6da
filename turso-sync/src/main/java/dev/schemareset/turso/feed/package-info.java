/** The remote side of an exchange of rows: what was changed there, and what is sent there. */
package dev.schemareset.turso.feed;
