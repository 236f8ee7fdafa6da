/** A model that is not public. */
@NullMarked
package dev.schemareset.manage.hidden;

import org.jspecify.annotations.NullMarked;
