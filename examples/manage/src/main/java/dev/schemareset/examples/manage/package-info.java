/** A command line for an application's database: write the migration, apply it, look at the database. */
@NullMarked
package dev.schemareset.examples.manage;

import org.jspecify.annotations.NullMarked;
