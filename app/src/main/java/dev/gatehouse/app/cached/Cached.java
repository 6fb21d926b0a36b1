package dev.gatehouse.app.cached;

import io.micronaut.aop.Around;
import io.micronaut.context.annotation.Executable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Caches what a bean's method returns: as JSON of the declared type, which must be immutable; null and an empty
 * {@code Optional} for 30 seconds at most. What the method throws is not kept.
 *
 * <p>The method may run on another thread than its caller's, to renew what nears its end, and runs past the cache
 * inside of a unit of work. Neither the class nor the method may be final or private; calls from within the class are
 * cached, too.
 *
 * <p>A start refuses a template that does not fit the method, and a type that JSON cannot be read back into.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Around
@Executable(processOnStartup = true)
public @interface Cached {

    /**
     * The key, for example {@code config:{section}}: what is in braces is a parameter of the method, of a type with a
     * {@code toString} of its own. The braces stay in the key, around its encoded value.
     */
    String value();

    /** How long, for example {@code 30s}; as long as the house's lists where it is not said. */
    String ttl() default "";
}
