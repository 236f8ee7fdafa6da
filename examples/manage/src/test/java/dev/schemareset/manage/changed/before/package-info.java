/** The models before the change, which they outlive. */
@NullMarked
package dev.schemareset.manage.changed.before;

import org.jspecify.annotations.NullMarked;
