package dev.gatehouse.app.journey;

import dev.gatehouse.app.http.identity.FreshAuthentication;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** A controller of somebody who does not do everything for every session. */
@Controller("/journey/fresh")
@Secured(SecurityRule.IS_AUTHENTICATED)
@FreshAuthentication
final class FreshController {

    @Get
    String fresh() {
        return "{}";
    }

    @Get("/second-factor")
    @FreshAuthentication(secondFactor = true)
    String withASecondFactor() {
        return "{}";
    }
}
