package dev.schemareset.turso.hrana;

import com.fasterxml.jackson.core.JsonToken;
import dev.schemareset.turso.hrana.Hrana.NotHrana;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.util.Base64;
import java.util.Optional;

/** Reads one value. Its type may come last, so it is judged when all of it is there. */
final class ValueReader {

    private final JsonReader json;

    ValueReader(JsonReader json) {
        this.json = json;
    }

    Value value() throws NotHrana {
        json.require(JsonToken.START_OBJECT, "a value");
        String type = "";
        JsonToken kind = JsonToken.NOT_AVAILABLE;
        String written = "";
        Optional<String> base64 = Optional.empty();
        for (String field = json.field(); field != null; field = json.field()) {
            switch (field) {
                case "type" -> type = json.string("the type of a value");
                case "value" -> {
                    kind = json.scalarKind();
                    written = json.scalar();
                }
                case "base64" -> base64 = Optional.of(json.string("the base64 of a value"));
                default -> json.skip();
            }
        }
        if (base64.isPresent()) {
            requireFit(type.equals("blob") && kind == JsonToken.NOT_AVAILABLE);
            return blob(base64.get());
        }
        return plain(type, kind, written);
    }

    /** A value without base64, as it is written in JSON of a kind. */
    private Value plain(String type, JsonToken kind, String written) throws NotHrana {
        switch (type) {
            case "null" -> {
                requireFit(kind == JsonToken.NOT_AVAILABLE || kind == JsonToken.VALUE_NULL);
                return new Value.Null();
            }
            case "integer" -> {
                requireFit(kind == JsonToken.VALUE_STRING);
                return integer(written);
            }
            case "float" -> {
                requireFit(kind.isNumeric() || kind == JsonToken.VALUE_NULL);
                return kind.isNumeric() ? real(written) : new Value.Infinite();
            }
            case "text" -> {
                requireFit(kind == JsonToken.VALUE_STRING);
                return text(written);
            }
            default -> throw json.malformed("a value is of no known type");
        }
    }

    private void requireFit(boolean fits) throws NotHrana {
        if (!fits) {
            throw json.malformed("a value is not what its type says");
        }
    }

    private Value integer(String digits) throws NotHrana {
        try {
            long value = Long.parseLong(digits);
            // Java reads digits of other scripts, too.
            if (Long.toString(value).equals(digits)) {
                return new Value.Int(value);
            }
        } catch (NumberFormatException e) {
            // It is as wrong as one that is written in another way.
        }
        throw json.malformed("an integer is not one of 64 bits");
    }

    private Value real(String number) throws NotHrana {
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw json.malformed("a float is out of range");
        }
        return new Value.Real(value);
    }

    private Value text(String text) throws NotHrana {
        try {
            return new Value.Text(text);
        } catch (IllegalArgumentException e) {
            throw json.malformed("a text holds half of a surrogate pair");
        }
    }

    private Value blob(String base64) throws NotHrana {
        try {
            return new Value.Blob(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw json.malformed("a blob is not base64");
        }
    }
}
