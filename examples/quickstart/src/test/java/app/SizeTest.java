package app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whoever comes new reads one page. */
class SizeTest {

    @Test
    void readmeIsReadInAMinute() throws IOException {
        Page readme = Page.of("README.md");

        assertThat(readme.lines()).isLessThanOrEqualTo(150);
        assertThat(readme.words()).isLessThanOrEqualTo(900);
    }

    @Test
    void contributingIsShort() throws IOException {
        assertThat(Page.of("CONTRIBUTING.md").lines()).isLessThanOrEqualTo(120);
    }
}
