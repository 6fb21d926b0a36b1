package dev.gatehouse.app.journey;

import dev.gatehouse.app.http.ratelimit.RateLimited;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** A controller of somebody who has read the docs. */
@Controller("/journey")
@Secured(SecurityRule.IS_ANONYMOUS)
final class LimitedController {

    @Get("/limited")
    @RateLimited("journey-read")
    String limited() {
        return "{}";
    }

    @Get("/limited-too")
    @RateLimited("journey-read")
    String limitedToo() {
        return "{}";
    }
}
