package dev.schemareset.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which packages may be of one application, and how a database keeps them. */
class ModelPackagesTest {

    private static ModelPackages packages(String text) {
        return ModelPackages.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // The same.
        "app.models, app.models, true",
        "app, app, true",
        "größe.müll, größe.müll, true",
        // Inside or around, by whole names.
        "app, app.models, true",
        "app, app.models.users, true",
        "app.models, application, false",
        "app, application, false",
        "app, application.models, false",
        "app.model, app.models, false",
        "app.models, app.models2, false",
        // Side by side.
        "app.shop, app.bank, false",
        "app.models, other.models, false",
        "models, app.models, false",
        // Java tells these apart.
        "App.models, app.models, false",
        "größe, gro\u0308ße, false",
        // The unnamed package is neither inside nor around any.
        "(unnamed), (unnamed), true",
        "(unnamed), app, false",
        // One of several is enough.
        "app.models;lib.audit, app.models, true",
        "app.models;lib.audit, bank;lib, true",
        "app.models;lib.audit, bank;library.audit, false",
        "(unnamed);app, (unnamed);bank, true",
        "(unnamed);app, app.models;bank, true"
    })
    void packagesOfOneApplication(String one, String other, boolean related) {
        assertThat(packages(one).isRelatedTo(packages(other))).isEqualTo(related);
        assertThat(packages(other).isRelatedTo(packages(one))).isEqualTo(related);
    }

    @Test
    void noPackageIsRelatedToNone() {
        ModelPackages none = ModelPackages.of(List.of());

        assertThat(none.isRelatedTo(none)).isFalse();
        assertThat(none.isRelatedTo(packages("app"))).isFalse();
        assertThat(packages("(unnamed)").isRelatedTo(none)).isFalse();
        assertThat(none).hasToString("no package");
    }

    @Test
    void textIsTheSameForTheSamePackagesAndIsReadBack() {
        ModelPackages some = ModelPackages.of(List.of("b.models", "", "a, or\nb", "b.models", "a"));

        assertThat(some.text()).isEqualTo("(unnamed);a;a, or\nb;b.models");
        assertThat(ModelPackages.parse(some.text())).contains(some);
        assertThat(some).hasToString("the unnamed package, a, a, or b, b.models");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                ";",
                ";app",
                "app;",
                "app;;models",
                "app; ;models",
                "app.",
                ".app",
                "app..models",
                "."
            })
    void textThatNamesNoPackage(String text) {
        assertThat(ModelPackages.parse(text)).isEmpty();
    }

    @Test
    void wordsForVeryManyAreFew() {
        assertThat(ModelPackages.of(
                        IntStream.range(10, 22).mapToObj(i -> "p" + i).toList()))
                .hasToString("p10, p11, p12, p13, p14, p15, p16, p17, p18, p19 and 2 more");
        assertThat(ModelPackages.of(
                        IntStream.range(10, 20).mapToObj(i -> "p" + i).toList()))
                .hasToString("p10, p11, p12, p13, p14, p15, p16, p17, p18, p19");
    }
}
