/** Carries Hrana over HTTP: where to, with which token, how often, and what it means when no good answer comes. */
package dev.schemareset.turso.http;
