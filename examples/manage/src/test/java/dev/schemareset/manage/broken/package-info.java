/** Models that cannot become a schema. */
@NullMarked
package dev.schemareset.manage.broken;

import org.jspecify.annotations.NullMarked;
