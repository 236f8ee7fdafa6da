package dev.schemareset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemareset.annotation.Column;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.Table;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every library has its own {@code @Nullable}, with targets and a retention of its own. All of them count. */
class NullabilityTest {

    /** As jakarta.annotation has it. */
    static final class OnEverything {
        @Retention(RetentionPolicy.RUNTIME)
        @interface Nullable {}
    }

    /** As jspecify and the Checker Framework have it. */
    static final class OnTypes {
        @Retention(RetentionPolicy.RUNTIME)
        @Target(ElementType.TYPE_USE)
        @interface Nullable {}
    }

    /** As Spring has it. */
    static final class OnFieldsMethodsAndParameters {
        @Retention(RetentionPolicy.RUNTIME)
        @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
        @interface Nullable {}
    }

    static final class OnMethods {
        @Retention(RetentionPolicy.RUNTIME)
        @Target(ElementType.METHOD)
        @interface Nullable {}
    }

    static final class OnParameters {
        @Retention(RetentionPolicy.RUNTIME)
        @Target(ElementType.PARAMETER)
        @interface Nullable {}
    }

    /** As JetBrains has it: in the class file, and not to be seen by reflection. */
    static final class InClassFile {
        @Retention(RetentionPolicy.CLASS)
        @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
        @interface Nullable {}
    }

    static final class InClassFileOnTypes {
        @Retention(RetentionPolicy.CLASS)
        @Target(ElementType.TYPE_USE)
        @interface Nullable {}
    }

    static final class InClassFileOnComponents {
        @Retention(RetentionPolicy.CLASS)
        @Target(ElementType.RECORD_COMPONENT)
        @interface Nullable {}
    }

    static final class InClassFileOnMethods {
        @Retention(RetentionPolicy.CLASS)
        @Target(ElementType.METHOD)
        @interface Nullable {}
    }

    static final class InClassFileOnParameters {
        @Retention(RetentionPolicy.CLASS)
        @Target(ElementType.PARAMETER)
        @interface Nullable {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface NotNullable {}

    /** A type with an inner one, which has another place for the annotations of its type. */
    static class Outer {
        @SuppressWarnings("ClassCanBeStatic")
        class Inner {}
    }

    @Table
    @SuppressWarnings("NullablePrimitiveArray")
    record Sample(
            @PrimaryKey long id,
            @OnEverything.Nullable String everything,
            @OnTypes.Nullable String types,
            @OnFieldsMethodsAndParameters.Nullable String members,
            @OnMethods.Nullable String methods,
            @OnParameters.Nullable String parameters,
            @InClassFile.Nullable String inClassFile,
            @InClassFileOnTypes.Nullable String typesInClassFile,
            byte @OnTypes.Nullable [] array,
            byte @InClassFileOnTypes.Nullable [] arrayInClassFile,
            @InClassFile.Nullable byte[] elements,
            @InClassFileOnTypes.Nullable byte[] typesOfElements,
            @InClassFileOnComponents.Nullable String componentsInClassFile,
            @InClassFileOnMethods.Nullable String methodsInClassFile,
            @InClassFileOnParameters.Nullable String parametersInClassFile,
            @Column(type = "BLOB") @OnTypes.Nullable byte[][] innermostElements,

            @Column(type = "BLOB") @InClassFileOnTypes.Nullable
            byte[][] innermostInClassFile,

            @Column(type = "TEXT") Outer.@InClassFileOnTypes.Nullable Inner inner,
            Thread.@InClassFileOnTypes.Nullable State nested,
            Optional<String> optional,
            @NotNullable String other,
            @Column(type = "BLOB") byte[] @OnTypes.Nullable [] rows,
            @Column(type = "BLOB") byte[] @InClassFileOnTypes.Nullable [] rowsInClassFile,

            @Column(type = "TEXT") @InClassFileOnTypes.Nullable
            String[] texts,

            @Column(type = "TEXT") List<@InClassFileOnTypes.Nullable String> list,
            String plain) {}

    @TempDir
    private Path directory;

    @Test
    void everyAnnotationCalledNullableCounts() {
        SchemaReset reset = SchemaReset.forModels(Sample.class).database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);

        List<String> required = reset.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT name FROM pragma_table_info('sample') WHERE \"notnull\" AND NOT pk")
                        .mapTo(String.class)
                        .list());

        assertThat(required).containsExactly("other", "rows", "rows_in_class_file", "texts", "list", "plain");
    }
}
