package dev.schemareset.jdbi;

import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random values that take more than one call to make. */
final class AnyValue {

    static final LocalDateTime FIRST = LocalDateTime.of(0, 1, 1, 0, 0);
    static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999);

    static final List<Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();
    static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    private AnyValue() {}

    static <T> T of(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(random.nextInt(4) == 0 ? 0x10000 + random.nextInt(0x100000) : character(random));
        }
        return text.toString();
    }

    static Character character(Random random) {
        int any = random.nextInt(0x10000 - 0x800);
        return (char) (any < 0xD800 ? any : any + 0x800);
    }

    static Float single(Random random) {
        float any = Float.intBitsToFloat(random.nextInt());
        return Float.isNaN(any) ? random.nextFloat() : any;
    }

    static Double number(Random random) {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isNaN(any) ? random.nextDouble() : any;
    }

    static BigInteger integer(Random random) {
        BigInteger any = new BigInteger(random.nextInt(200), random);
        return random.nextBoolean() ? any : any.negate();
    }

    static byte[] bytes(Random random) {
        byte[] any = new byte[random.nextInt(40)];
        random.nextBytes(any);
        return any;
    }

    static LocalDateTime dateTime(Random random) {
        long days = ChronoUnit.DAYS.between(FIRST, LAST);
        // Not the first and the last day, on which a gap of a zone could lead to another year.
        return FIRST.plusDays(1 + random.nextInt((int) days - 1)).plusNanos((long) (random.nextDouble() * 86_400e9));
    }

    static ZoneOffset offset(Random random) {
        return ZoneOffset.ofTotalSeconds(random.nextInt(2 * 18 * 3_600 + 1) - 18 * 3_600);
    }

    static ZoneId zone(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> offset(random);
            case 1 -> ZoneId.ofOffset(of(random, List.of("UTC", "GMT", "UT", "")), offset(random));
            default -> ZoneId.of(of(random, ZONES));
        };
    }

    static URI uri(Random random) {
        return URI.create("host" + random.nextInt(9) + ".example:" + random.nextInt(65_536) + "/"
                + Long.toString(random.nextLong(), 36) + "/%" + (10 + random.nextInt(90)) + "/\u00E4?q="
                + random.nextInt() + "#"
                + random.nextInt());
    }

    static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** In ASCII: which other names a system can have depends on its locale. */
    static Path path(Random random) {
        Path path = Path.of(random.nextBoolean() ? "/" : "");
        for (int i = random.nextInt(5); i > 0; i--) {
            path = path.resolve(Long.toString(random.nextLong(), 36) + of(random, List.of("", ".txt", " 'x'", "/..")));
        }
        return path;
    }

    static Locale locale(Random random) {
        Locale.Builder builder = new Locale.Builder().setLanguage(letters(random, 2));
        if (random.nextBoolean()) {
            builder.setScript(letters(random, 4));
        }
        if (random.nextBoolean()) {
            builder.setRegion(letters(random, 2));
        }
        if (random.nextBoolean()) {
            builder.setVariant(letters(random, 5 + random.nextInt(4)));
        }
        if (random.nextBoolean()) {
            builder.setUnicodeLocaleKeyword("ca", "buddhist").setExtension('x', letters(random, 8));
        }
        return builder.build();
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
