@NullMarked
package dev.schemareset.manage;

import org.jspecify.annotations.NullMarked;
