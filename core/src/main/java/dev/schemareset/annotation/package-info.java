/**
 * What a developer writes on a record to say what its table is. Everything has a default that follows from the record.
 *
 * <p>Those for components have fields among their targets for Kotlin, which knows no record components: on a property of a
 * {@code @JvmRecord data class} they land on its field. On any other field they mean nothing, and are reported where they are
 * found.
 */
package dev.schemareset.annotation;
