package dev.schemareset.type;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** Text of types that do not read it themselves, or too leniently. */
final class Texts {

    private Texts() {}

    static String of(Character character) {
        return Guards.storable(character.toString());
    }

    static Character character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("it is of " + text.length() + " chars");
        }
        return text.charAt(0);
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
