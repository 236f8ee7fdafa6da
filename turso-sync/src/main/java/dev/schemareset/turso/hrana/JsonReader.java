package dev.schemareset.turso.hrana;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.schemareset.turso.hrana.Hrana.NotHrana;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through JSON of which nothing is certain. Every complaint is a {@link NotHrana} that quotes nothing: what comes from
 * outside may hold what is no business of a log.
 */
final class JsonReader implements AutoCloseable {

    /** A response has ten levels; what is deeper stands in fields that nobody knows. */
    private static final int DEEPEST = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    // A TEXT may be as long as the whole body, which is bounded where it is received.
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser json;

    JsonReader(byte[] body) throws NotHrana {
        try {
            // Jackson's own decoder lets halves of surrogate pairs pass, and guesses at other encodings.
            json = JSON.createParser(new InputStreamReader(new ByteArrayInputStream(body), UTF_8.newDecoder()));
        } catch (IOException e) {
            throw complaint(e);
        }
    }

    /** Goes to the next token; {@code null} behind the last one. */
    @Nullable
    JsonToken next() throws NotHrana {
        try {
            return json.nextToken();
        } catch (IOException e) {
            throw complaint(e);
        }
    }

    /** What stands here. */
    boolean is(JsonToken token) {
        return json.currentToken() == token;
    }

    boolean isNull() {
        return is(JsonToken.VALUE_NULL);
    }

    /** Makes sure that an object, a list or a string stands here. */
    void require(JsonToken token, String what) throws NotHrana {
        if (!is(token)) {
            throw malformed(what + " is missing");
        }
    }

    /** Inside an object: goes to the value of its next field. The name of the field; {@code null} at the end of the object. */
    @Nullable
    String field() throws NotHrana {
        if (next() == JsonToken.END_OBJECT) {
            return null;
        }
        try {
            String name = json.currentName();
            json.nextToken();
            return name;
        } catch (IOException e) {
            throw complaint(e);
        }
    }

    /** Inside a list: goes to its next element. Whether there is one. */
    boolean element() throws NotHrana {
        return next() != JsonToken.END_ARRAY;
    }

    /** Leaves out the value that stands here. */
    void skip() throws NotHrana {
        try {
            json.skipChildren();
        } catch (IOException e) {
            throw complaint(e);
        }
    }

    /** The string that stands here. */
    String string(String what) throws NotHrana {
        require(JsonToken.VALUE_STRING, what);
        return scalar();
    }

    /** The string that stands here; empty for {@code null}. */
    String stringOrNull(String what) throws NotHrana {
        return isNull() ? "" : string(what);
    }

    /** What kind of string, number or literal stands here. */
    JsonToken scalarKind() throws NotHrana {
        JsonToken kind = json.currentToken();
        if (!kind.isScalarValue()) {
            throw malformed("an object or a list stands in the place of a value");
        }
        return kind;
    }

    /** The string, number or literal that stands here, as it is written. */
    String scalar() throws NotHrana {
        try {
            return json.getText();
        } catch (IOException e) {
            throw complaint(e);
        }
    }

    /** Something that the protocol does not allow here. */
    NotHrana malformed(String what) {
        return at(json.currentTokenLocation(), what);
    }

    private static NotHrana complaint(IOException e) {
        if (!(e instanceof JacksonException jackson)) {
            return new NotHrana("it is not UTF-8");
        }
        String what = "it is not JSON, or has a field twice";
        if (jackson instanceof JsonEOFException) {
            what = "it is cut off";
        } else if (jackson instanceof StreamConstraintsException) {
            what = "it is nested too deep, or has too long a name or number";
        }
        return at(jackson.getLocation(), what);
    }

    private static NotHrana at(@Nullable JsonLocation place, String what) {
        return new NotHrana(place == null ? what : what + ", at character " + place.getCharOffset());
    }

    @Override
    public void close() throws NotHrana {
        try {
            json.close();
        } catch (IOException e) {
            throw complaint(e);
        }
    }
}
