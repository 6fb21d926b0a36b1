package dev.gatehouse.app.http.privacy;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.RecordAction;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.privacy.ExportPersonalData;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Clock;

/** Gives whoever calls all that is held of them. */
@Controller("/api/auth/profile/export")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class ExportController {

    private final ExportPersonalData export;
    private final RecordAction recordAction;
    private final Clock clock;

    ExportController(ExportPersonalData export, RecordAction recordAction, Clock clock) {
        this.export = export;
        this.recordAction = recordAction;
        this.clock = clock;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            description = "All that is held, by where it is and of what kind it is; of secrets, that there are.",
            content = @Content(schema = @Schema(implementation = ExportBody.class)))
    HttpResponse<ExportBody> export(@Parameter(hidden = true) Caller caller) {
        var fact = Fact.done(Action.DATA_EXPORT).of(caller.user().value());
        switch (recordAction.handle(new RecordAction.Command(fact))) {
            case RecordAction.Result.Recorded() -> {}
        }
        return switch (export.handle(
                new ExportPersonalData.Command(caller.user().value()))) {
            case ExportPersonalData.Result.Exported(var places) ->
                HttpResponse.ok(ExportBody.of(clock.instant(), places))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"export.json\"");
        };
    }
}
