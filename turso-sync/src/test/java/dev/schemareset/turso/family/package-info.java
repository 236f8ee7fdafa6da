/** Tables with every kind of key. */
package dev.schemareset.turso.family;
