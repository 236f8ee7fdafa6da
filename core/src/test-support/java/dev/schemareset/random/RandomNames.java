package dev.schemareset.random;

import dev.schemareset.model.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names of every kind, no two of which SQLite or Jdbi would take for one. */
final class RandomNames {

    private static final List<String> ODD = List.of(
            "select",
            "TABLE",
            "order by",
            "a.b",
            "it's",
            "say \"hi\"",
            "[x]",
            "]",
            "`y`",
            "x; DROP TABLE t",
            "-- no",
            "/* */",
            "?",
            ":a",
            "@b",
            "$c",
            "%s",
            "\\",
            "1st",
            "rowid",
            "null",
            "naïve",
            "Größe",
            "表",
            "ключ",
            "\uD83D\uDE00",
            "e\u0301",
            "a b",
            "NOT NULL",
            ",",
            "(",
            ")",
            "'",
            "\"",
            "DESC",
            "_",
            "__",
            "Ab",
            "aB");

    private final Random random;
    private final Set<String> taken = new HashSet<>();

    RandomNames(Random random) {
        this.random = random;
    }

    Name next() {
        while (true) {
            String candidate = candidate();
            String compared = Name.ofJava(candidate).value().replace("_", "");
            boolean usable = !candidate.isBlank()
                    && !candidate.toLowerCase(java.util.Locale.ROOT).startsWith("sqlite_");
            if (usable && taken.add(compared)) {
                return new Name(candidate);
            }
        }
    }

    private String candidate() {
        String odd = ODD.get(random.nextInt(ODD.size()));
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> odd;
            case 5, 6 -> odd + random.nextInt(100);
            case 7 -> text(1 + random.nextInt(20));
            case 8 -> random.nextInt(10) == 0 ? text(1_000) : odd + text(3);
            default -> "n" + random.nextInt(100_000);
        };
    }

    /** Characters that a person can read, from the whole of Unicode. */
    private String text(int length) {
        return random.ints(0, 0x20000)
                .filter(c -> Character.isDefined(c) && !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .limit(length)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
