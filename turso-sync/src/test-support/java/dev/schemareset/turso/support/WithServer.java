package dev.schemareset.turso.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a test, or a class of tests, that needs a server. {@link ServerExtension} tells what its methods can have as a parameter. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServerExtension.class)
public @interface WithServer {

    /** Which one. */
    ServerKind value() default ServerKind.TURSODB_0_6;
}
