/** The command line of an application's database: {@link dev.schemareset.manage.Manage} is its door, all else is hidden. */
@NullMarked
package dev.schemareset.manage;

import org.jspecify.annotations.NullMarked;
