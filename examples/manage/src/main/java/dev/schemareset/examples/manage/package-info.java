/** A command line for an application's database: write the migration, apply and undo it, look at the database, lock it. */
@NullMarked
package dev.schemareset.examples.manage;

import org.jspecify.annotations.NullMarked;
