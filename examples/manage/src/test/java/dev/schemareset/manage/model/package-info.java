/** The models of the example: what its database is made from. */
@NullMarked
package dev.schemareset.manage.model;

import org.jspecify.annotations.NullMarked;
