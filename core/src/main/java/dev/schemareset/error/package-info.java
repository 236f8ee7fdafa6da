/**
 * What can go wrong. Every message says what failed and where, what state your data is in now, and what to do next.
 */
package dev.schemareset.error;
