/** What a developer writes on a record to say what its table is. Everything has a default that follows from the record. */
package dev.schemareset.annotation;
