@NullMarked
package dev.schemareset.examples.manage;

import org.jspecify.annotations.NullMarked;
