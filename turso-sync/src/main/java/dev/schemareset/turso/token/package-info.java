/** What an access token says of itself; its door is {@link dev.schemareset.turso.token.TokenClaims}. */
package dev.schemareset.turso.token;
