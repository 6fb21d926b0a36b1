package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.identity.ReportHealth;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** Tells everybody whether it works, and how much it has to do with; not what it is made of, nor where. */
@Controller("/api/auth/health")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {

    private final ReportHealth reportHealth;

    HealthController(ReportHealth reportHealth) {
        this.reportHealth = reportHealth;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            description = "It works.",
            content = @Content(schema = @Schema(implementation = HealthBody.class)))
    @ApiResponse(
            responseCode = "503",
            description = "service-unavailable",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<HealthBody> health() {
        return switch (reportHealth.handle(new ReportHealth.Command())) {
            case ReportHealth.Result.Reported health -> HttpResponse.ok(HealthBody.of(health));
        };
    }
}
