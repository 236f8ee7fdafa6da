package dev.schemareset.examples.world.model;

import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;

/**
 * A language of ISO 639.
 *
 * @param code the code of two letters
 * @param alpha3 the code of three letters
 * @param name the English name
 * @param nativeName the name in the language itself, in its own script; the English one where the JDK has no other
 */
@Table
public record Language(@PrimaryKey String code, String alpha3, String name, String nativeName) {}
