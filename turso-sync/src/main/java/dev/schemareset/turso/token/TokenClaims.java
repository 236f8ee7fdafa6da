package dev.schemareset.turso.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What a token says of itself, where it is a JSON Web Token (RFC 7519). Nobody has checked that: only the server can, and what it
 * answers counts.
 *
 * @param expires when it ends to be valid (claim {@code exp}); empty when it says nothing
 * @param readOnly whether it may only read (libSQL's claim {@code a} is {@code ro})
 */
public record TokenClaims(Optional<Instant> expires, boolean readOnly) {

    private static final TokenClaims NONE = new TokenClaims(Optional.empty(), false);

    /**
     * Reads the claims of a token.
     *
     * @param token any token
     * @return the claims; none when it is not a JSON Web Token
     */
    public static TokenClaims of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return NONE;
        }
        try (JsonParser claims =
                new JsonFactory().createParser(Base64.getUrlDecoder().decode(parts[1]))) {
            return read(claims);
        } catch (IOException | IllegalArgumentException e) {
            return NONE;
        }
    }

    private static TokenClaims read(JsonParser claims) throws IOException {
        TokenClaims read = NONE;
        if (claims.nextToken() != JsonToken.START_OBJECT) {
            return NONE;
        }
        while (claims.nextToken() == JsonToken.FIELD_NAME) {
            String claim = claims.currentName();
            JsonToken value = claims.nextToken();
            if (claim.equals("exp") && value.isNumeric()) {
                read = new TokenClaims(instant(claims.getDoubleValue()), read.readOnly);
            } else if (claim.equals("a") && value == JsonToken.VALUE_STRING) {
                read = new TokenClaims(read.expires, claims.getText().equals("ro"));
            } else {
                claims.skipChildren();
            }
        }
        return read;
    }

    private static Optional<Instant> instant(double epochSecond) {
        try {
            return Optional.of(Instant.ofEpochSecond((long) epochSecond));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
