/** Finds the records that are models, and what their class files say. */
package dev.schemareset.find;
