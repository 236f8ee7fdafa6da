package dev.schemareset.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameTest {

    @Test
    void onlyTheLettersOfAsciiAreFolded() {
        assertThat(new Name("@AZ[`az{ÄÖ").folded()).isEqualTo("@az[`az{ÄÖ");
    }
}
