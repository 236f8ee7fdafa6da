package dev.schemareset.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import dev.schemareset.error.Problem;
import dev.schemareset.support.CompiledModels;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is scanned, and holds no model or one that cannot be read. */
class InvalidPackagesTest extends InvalidModels {

    private static final String NOT_FOUND =
            "check the name of the package, and that its classes are on the class path or module path. Models that are only in memory,"
                    + " as with java First.java or JShell, are not found: name them with forModels(...).";

    record Address(@PrimaryKey Long id) {}

    @Test
    void packageWithoutAnyClass() {
        assertProblem(
                SchemaReset.forPackage("no.such.models"),
                "no.such.models",
                "no model was found in it or in a sub-package. Scanned classes: 0; records without @Table: none.",
                NOT_FOUND);
    }

    @Test
    void packageWithRecordsButNoModel() {
        assertProblem(
                SchemaReset.forPackage("dev.schemareset.fixture.plain"),
                "dev.schemareset.fixture.plain",
                "no model was found in it or in a sub-package. Scanned classes: 1; records without @Table:"
                        + " dev.schemareset.fixture.plain.Plain.",
                "write @Table on the records that are models.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "app.*", "app/models", "app..models", "app.models."})
    void whatIsNoPackage(String name) {
        assertProblem(
                SchemaReset.forPackages("dev.schemareset.fixture.shop", name),
                "forPackages",
                "\"" + name + "\" is not the name of a package.",
                "name the package of your models, e.g. \"app.models\"; name models without a package with forModels(...).");
    }

    @Test
    void everyPackageMustHoldAModel() {
        assertProblem(
                SchemaReset.forPackages("dev.schemareset.fixture.shop", "dev.schemareset.fixture.sho"),
                "dev.schemareset.fixture.sho",
                "no model was found in it or in a sub-package. Scanned classes: 0; records without @Table: none.",
                NOT_FOUND);
    }

    /** An annotation that carries the annotation is not the annotation. */
    @Test
    void tableOnAnAnnotation() {
        assertProblem(
                SchemaReset.forPackage("dev.schemareset.fixture.meta"),
                "dev.schemareset.fixture.meta.Entity",
                "it carries @Table and is not a record.",
                "make it a record, or remove @Table.");
    }

    @Test
    void recordWithAnAnnotationThatCarriesTableIsNoModel() {
        assertProblem(
                SchemaReset.forPackage("dev.schemareset.fixture.nested"),
                "dev.schemareset.fixture.nested",
                "no model was found in it or in a sub-package. Scanned classes: 1; records without @Table:"
                        + " dev.schemareset.fixture.nested.Marked.",
                "write @Table on the records that are models.");
    }

    @Test
    void annotationsOnFieldsThatAreNoComponents() {
        assertThat(errorOf(reset(SchemaReset.forPackage("dev.schemareset.fixture.field")))
                        .problems())
                .containsExactly(
                        new Problem(
                                "dev.schemareset.fixture.field.Draft",
                                "it is not a record, and annotations for components of records stand on id, name, last.",
                                "make it a record, or remove them."),
                        new Problem(
                                "dev.schemareset.fixture.field.Level",
                                "it is not a record, and annotations for components of records stand on HIGH.",
                                "make it a record, or remove them."));
    }

    @Test
    void classThatIsNotThere() throws Exception {
        Files.writeString(directory.resolve("Part.java"), "package broken; public enum Part {A}");
        Files.writeString(
                directory.resolve("Whole.java"),
                "package broken; @dev.schemareset.annotation.Table public record Whole(Part part) {}");
        CompiledModels models = CompiledModels.of(directory, directory);
        Files.delete(directory.resolve("broken/Part.class"));

        assertThat(models.onClassPath(
                        () -> errorOf(SchemaReset.forPackage("broken")).problems()))
                .containsExactly(
                        new Problem(
                                "broken.Whole",
                                "it cannot be read: java.lang.NoClassDefFoundError: broken/Part.",
                                "put what it needs on the class path or module path, and look whether that can be initialised."));
    }

    @Test
    void classThatCannotBeLoaded() throws Exception {
        Files.writeString(directory.resolve("Named.java"), "package broken; public interface Named {}");
        Files.writeString(
                directory.resolve("Whole.java"),
                "package broken; @dev.schemareset.annotation.Table public record Whole(String part) implements Named {}");
        CompiledModels models = CompiledModels.of(directory, directory);
        Files.delete(directory.resolve("broken/Named.class"));

        assertThat(models.onClassPath(
                        () -> errorOf(SchemaReset.forPackage("broken")).problems()))
                .containsExactly(new Problem(
                        "broken.Whole",
                        "the class cannot be loaded: java.lang.NoClassDefFoundError: broken/Named.",
                        "put what it needs on the class path or module path."));
    }

    @Test
    void noPackageNamed() {
        assertProblem(
                SchemaReset.forPackages(),
                "forPackages",
                "no package is named.",
                "name the package of your models, e.g. \"app.models\"; name models without a package with forModels(...).");
    }

    @Test
    void noModelNamed() {
        assertProblem(
                SchemaReset.forModels(),
                "forModels",
                "no class is named.",
                "name your models, e.g. forModels(User.class, Team.class).");
    }

    @Test
    void modelWithoutTable() {
        assertProblem(
                SchemaReset.forModels(Address.class),
                here + "Address",
                "it carries no @Table.",
                "write @Table on it, or leave it out of forModels.");
    }

    @Table
    static final class NoRecord {}

    @Test
    void tableOnAClass() {
        assertProblem(
                SchemaReset.forModels(NoRecord.class),
                here + "NoRecord",
                "it carries @Table and is not a record.",
                "make it a record, or remove @Table.");
    }
}
