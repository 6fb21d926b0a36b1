package dev.gatehouse.app.http.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only those use a route, or all routes of a controller, who have shown who they are within {@code
 * GATEHOUSE_FRESH_FOR}, by logging in or by stepping up; others are answered 401 (RFC 9470) and told how to. What the
 * token says counts: whoever has stepped up comes with the new one.
 *
 * <p>Who has a second factor steps up with it, so that fresh always means by the best that there is.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshAuthentication {

    /** Whether it takes a second factor, which those have to set up first who have none. */
    boolean secondFactor() default false;
}
