/** The models after a change. */
@NullMarked
package dev.schemareset.examples.manage.changed;

import org.jspecify.annotations.NullMarked;
