/** A model that is not public. */
@NullMarked
package dev.schemareset.examples.manage.hidden;

import org.jspecify.annotations.NullMarked;
