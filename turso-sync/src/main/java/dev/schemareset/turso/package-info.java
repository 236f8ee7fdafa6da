/**
 * Will reset a Turso database together with the local file, and replicate rows both ways between the instances of an
 * application. Nothing of it is here yet.
 */
package dev.schemareset.turso;
