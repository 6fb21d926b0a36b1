package dev.gatehouse.devservices;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;

/** The least that the server can answer: what benchmarks hold its other answers against. */
@Controller("/dev/hello")
@Secured("isAnonymous()")
final class HelloController {

    @Get(produces = MediaType.TEXT_PLAIN)
    String hello() {
        return "hello";
    }
}
