package dev.schemareset.read;

import dev.schemareset.find.Place;
import dev.schemareset.find.Problems;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads comments, which go into a statement as they are, behind the sign of a comment on each line. */
record CommentReader(Problems problems) {

    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t]]");

    /** The comment, its lines ended by line feeds; empty for none. */
    Optional<String> read(Place place, String written) {
        String comment = written.strip().lines().collect(Collectors.joining("\n"));
        if (comment.lines().anyMatch(line -> UNWRITABLE.matcher(line).find())) {
            problems.add(
                    place,
                    "its comment holds a control character or half a character.",
                    "write text, in as many lines as you like.");
        }
        return Optional.of(comment).filter(text -> !text.isEmpty());
    }
}
