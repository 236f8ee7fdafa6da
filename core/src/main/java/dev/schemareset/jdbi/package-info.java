/** Binds and reads the supported Java types, in the formats in which the schema expects them. */
package dev.schemareset.jdbi;
