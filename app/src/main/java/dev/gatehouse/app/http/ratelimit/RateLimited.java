package dev.gatehouse.app.http.ratelimit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Counts the requests to a route, or to all routes of a controller, against the policies of these names, beside those
 * that hold there anyway.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {

    /** Names from the policy file; one that is not there limits nothing. */
    String[] value();
}
