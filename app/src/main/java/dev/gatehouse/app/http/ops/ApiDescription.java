package dev.gatehouse.app.http.ops;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** Serves the OpenAPI description that the build generates from the controllers, and the page that shows it. */
@Controller
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
final class ApiDescription {

    /** RFC 9512; the framework's constant is the older name. */
    private static final String YAML = "application/yaml";

    private final ResourceResolver resources;

    ApiDescription(ResourceResolver resources) {
        this.resources = resources;
    }

    @Get(value = "/openapi.yml", produces = YAML)
    HttpResponse<StreamedFile> description() {
        return resources
                .getResource("classpath:META-INF/swagger/openapi.yml")
                .map(file -> HttpResponse.ok(new StreamedFile(file)).contentType(MediaType.of(YAML)))
                .orElseThrow(() -> new IllegalStateException("the build generates openapi.yml"));
    }

    @Get("/docs")
    HttpResponse<?> page() {
        return HttpResponse.temporaryRedirect(URI.create("/docs/index.html"));
    }
}
