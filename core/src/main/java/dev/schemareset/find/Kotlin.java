package dev.schemareset.find;

import java.util.stream.Stream;

/** What is written otherwise in Kotlin, whose classes carry an annotation of their own. It is named, since it need not be there. */
public final class Kotlin {

    static final String METADATA = "kotlin.Metadata";

    private Kotlin() {}

    public static boolean isSourceOf(Class<?> type) {
        return Stream.of(type.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(METADATA));
    }

    /** What a class should be made. */
    public static String recordFor(Class<?> type) {
        return recordFor(isSourceOf(type));
    }

    public static String recordFor(boolean kotlin) {
        return kotlin ? "a @JvmRecord data class" : "a record";
    }
}
