/** What a schema is: immutable values, free of SQL text and of Java reflection. */
package dev.schemareset.model;
