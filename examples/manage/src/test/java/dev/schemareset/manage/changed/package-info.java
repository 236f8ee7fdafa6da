/** The models after a change. */
@NullMarked
package dev.schemareset.manage.changed;

import org.jspecify.annotations.NullMarked;
