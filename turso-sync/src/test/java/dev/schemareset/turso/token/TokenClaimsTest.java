package dev.schemareset.turso.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a token: its end and whether it only reads. Whatever else it is, it is no failure. */
class TokenClaimsTest {

    private static final Instant END = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exp\":1767323045}",
                "{\"exp\":1767323045.9}",
                "{\"exp\":1.767323045e9}",
                "{\"a\":\"rw\",\"exp\":1767323045,\"iat\":1}",
                "{\"p\":{\"ro\":{\"ns\":[\"a\",{\"exp\":1,\"a\":\"ro\"}]}},\"exp\":1767323045}",
                "{\"exp\":1767323045,\"p\":{\"exp\":1,\"a\":\"ro\"}}",
                "{\"aud\":[\"exp\",2,\"a\",\"ro\"],\"exp\":1767323045}",
                "{\"a\":[\"ro\"],\"exp\":1767323045}",
                "{\"sub\":\"é\\u0022\",\"exp\":1767323045}"
            })
    void endOfTheToken(String claims) {
        assertThat(TokenClaims.of(jwt(claims))).isEqualTo(new TokenClaims(Optional.of(END), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":"ro"} | true
            {"p":{"rw":1},"a":"ro"} | true
            {"a":"rw"} | false
            {"a":"ROOT"} | false
            {"a":"ro","a":"rw"} | false
            {"a":null} | false
            {"a":["ro"]} | false
            {"p":{"a":"ro"}} | false
            {"b":"ro"} | false
            {} | false
            """)
    void tokenThatOnlyReads(String claims, boolean readOnly) {
        assertThat(TokenClaims.of(jwt(claims))).isEqualTo(new TokenClaims(Optional.empty(), readOnly));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"exp\":1767323045,\"a\":\"ro\"}", "{\"a\":\"ro\",\"exp\":1767323045}"})
    void oneClaimDoesNotHideTheOther(String claims) {
        assertThat(TokenClaims.of(jwt(claims))).isEqualTo(new TokenClaims(Optional.of(END), true));
    }

    /** A time that is no number, or that no calendar has, is none. */
    @ParameterizedTest
    @ValueSource(strings = {"\"1767323045\"", "null", "true", "[1767323045]", "{}", "1e30", "-1e30", "1e999"})
    void endThatIsNoTime(String end) {
        assertThat(TokenClaims.of(jwt("{\"exp\":" + end + ",\"a\":\"ro\"}")))
                .isEqualTo(new TokenClaims(Optional.empty(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[{\"exp\":1,\"a\":\"ro\"}]",
                "\"exp\"",
                "1767323045",
                "null",
                "exp",
                "{\"exp\":1,\"a\":\"ro\"",
                "{\"exp\":1,\"a\":\"ro\",",
                "{\"exp\":1,\"a\"",
                "{\"exp\":1,\"a\":\"ro\",\"p\":{"
            })
    void claimsThatAreNoObject(String claims) {
        assertThat(TokenClaims.of(jwt(claims))).isEqualTo(new TokenClaims(Optional.empty(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "..",
                "a.b",
                "e30.{\"a\":\"ro\"}.e30",
                "e30.eyJhIjoicm8ifQ",
                "e30.eyJhIjoicm8ifQ.e30.e30",
                "e30.eyJhIjoicm8ifQ.e30.",
                "e30.eyJhIjoi+m8ifQ.e30",
                "e30.eyJhIjoicm8ifQ=A.e30",
                "e30.e.e30",
                "e30.é.e30"
            })
    void tokenThatIsNoJwt(String token) {
        assertThat(TokenClaims.of(token)).isEqualTo(new TokenClaims(Optional.empty(), false));
    }

    /** Only the claims count: neither the head nor the signature is looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?", "eyJhIjoicncifQ"})
    void partsBesideTheClaims(String part) {
        assertThat(TokenClaims.of(part + ".eyJhIjoicm8ifQ." + part)).isEqualTo(new TokenClaims(Optional.empty(), true));
    }

    private static String jwt(String claims) {
        return "eyJhbGciOiJFZERTQSJ9." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8))
                + ".c2lnbmF0dXJl";
    }
}
