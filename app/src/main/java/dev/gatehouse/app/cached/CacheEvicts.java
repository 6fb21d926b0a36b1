package dev.gatehouse.app.cached;

import io.micronaut.aop.Around;
import io.micronaut.context.annotation.Executable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Forgets what {@link Cached} keeps under the same template, once a bean's method has returned normally and the unit of
 * work around it, if there is one, has committed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Around
@Executable(processOnStartup = true)
public @interface CacheEvicts {

    /** A template of some {@link Cached}. */
    String value();

    /**
     * The type of an event that tells of the same change, with data named as the template's parameters: the key is
     * forgotten again when it comes, should the cache have been away. None where it is not said, and then an instance
     * that did not notice that it was away may show the old value until its time is over.
     */
    String on() default "";
}
