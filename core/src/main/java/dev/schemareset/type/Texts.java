package dev.schemareset.type;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of types that do not read it themselves, or too leniently. */
final class Texts {

    private static final int UUID_LENGTH = 36;
    private static final Pattern UUID_TEXT = Pattern.compile(
            "(?:urn:uuid:)?(\\p{XDigit}{8})(-?)(\\p{XDigit}{4})\\2(\\p{XDigit}{4})\\2(\\p{XDigit}{4})\\2(\\p{XDigit}{12})");

    private Texts() {}

    static String of(Character character) {
        return Guards.storable(character.toString());
    }

    static String ofBytes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("its bytes are no text in UTF-8", e);
        }
    }

    static Character character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("it is of " + text.length() + " chars");
        }
        return text.charAt(0);
    }

    /**
     * Some programs write the digits without hyphens, in braces or as a URN. {@code UUID.fromString} knows none of these, drops
     * digits that are too many, and adds those that are missing.
     */
    static UUID uuid(String text) {
        if (text.length() == UUID_LENGTH) {
            UUID usual = UUID.fromString(text);
            if (usual.toString().equalsIgnoreCase(text)) {
                return usual;
            }
        }
        boolean braces = text.startsWith("{") && text.endsWith("}");
        Matcher matcher = UUID_TEXT.matcher(braces ? text.substring(1, text.length() - 1) : text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("it has not the 32 digits of a UUID");
        }
        return UUID.fromString(matcher.replaceFirst("$1-$3-$4-$5-$6"));
    }

    static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The equality of URLs asks the network. */
    static boolean isSame(URL a, URL b) {
        return a.toExternalForm().equals(b.toExternalForm());
    }

    static Locale locale(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
