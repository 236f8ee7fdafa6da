/** Random histories of several instances with one remote database, and what must hold at their end. */
package dev.schemareset.turso.convergence;
