package dev.schemareset.turso.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Instead of {@code @Test}, or on a class of tests: runs it once for each kind of server. {@link ServerExtension} tells what its methods
 * can have as a parameter.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ClassTemplate
@TestTemplate
@ExtendWith(ServerExtension.class)
public @interface OnEachServer {

    /** The kinds that it says nothing about. */
    ServerKind[] except() default {};

    /** What Turso's own server must be told to allow, e.g. {@code generated-columns}. */
    String[] experimental() default {};
}
