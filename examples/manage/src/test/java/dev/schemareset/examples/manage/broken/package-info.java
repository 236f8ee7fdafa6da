/** Models that cannot become a schema. */
@NullMarked
package dev.schemareset.examples.manage.broken;

import org.jspecify.annotations.NullMarked;
