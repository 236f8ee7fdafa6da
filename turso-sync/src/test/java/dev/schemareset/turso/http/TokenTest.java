package dev.schemareset.turso.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be a token, and that it is told to nobody. */
class TokenTest {

    private static final String JWT = "eyJhbGciOiJFZERTQSJ9.eyJhIjoicncifQ.Zm9v-YmFy_MTIzNDU2Nzg5";

    @ParameterizedTest
    @ValueSource(strings = {JWT, "a", "A-z0.9_~+/==", "="})
    void tokens(String value) throws Exception {
        Token token = new Token(value);

        assertThat(token.header()).isEqualTo("Bearer " + value);
        assertThat(token).hasToString("(token)");
    }

    @ParameterizedTest
    @CsvSource({
        "'', it is empty",
        "' abc', its character 1 of 4 is none of a token",
        "'abc\n', its character 4 of 4 is none of a token",
        "'abc\r\nX-Other: 1', its character 4 of 15 is none of a token",
        "'Bearer abc', its character 7 of 10 is none of a token",
        "'\"abc\"', its character 1 of 5 is none of a token",
        "abcé, its character 4 of 4 is none of a token",
        "'a\u007fc', its character 2 of 3 is none of a token"
    })
    void textsThatAreNone(String value, String message) {
        assertThatThrownBy(() -> new Token(value))
                .isInstanceOf(Token.Malformed.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "'no token: ', 'no token: '",
        "'', ''",
        "'Bearer " + JWT + ".', 'Bearer (token).'",
        JWT + JWT + ", (token)(token)",
        "'x " + JWT + " y " + JWT + "', 'x (token) y (token)'",
        // A part that was cut off, or broken over two lines, still tells something.
        "'x eyJhbGciOiJF', 'x (token)'",
        "'MTIzNDU2Nzg5 y', '(token) y'",
        "'eyJhbGciOiJF eyJhIjoicncifQ.Zm9v', '(token) (token)'",
        "'x eyJhbGci y', 'x (token) y'",
        "'x hbGciOiJF y', 'x (token) y'",
        "'x eyJhbGciO y', 'x (token) y'",
        "'x yJhbGciOiJ y', 'x (token) y'",
        "'x GciOiJFZERT y', 'x (token) y'",
        "'x NDU2Nzg5', 'x (token)'",
        "'eyJhbGci', '(token)'",
        // Less does not.
        "'x eyJhbGc iOiJFZE y', 'x eyJhbGc iOiJFZE y'",
        "'eyJhbGc', 'eyJhbGc'"
    })
    void tokensAreHiddenWholeAndInParts(String text, String shown) throws Exception {
        assertThat(new Token(JWT).hideIn(text)).isEqualTo(shown);
    }

    @Test
    void shortTokenIsHiddenAsAWhole() throws Exception {
        assertThat(new Token("abc").hideIn("xabcab abc")).isEqualTo("x(token)ab (token)");
    }
}
