package dev.gatehouse.app.http.privacy;

import dev.gatehouse.app.http.identity.FreshAuthentication;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.RequestErasure;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.privacy.Erasure;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;

/** Has whoever calls erased, once they had time to think better of it. */
@Controller("/api/auth/profile")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class EraseProfileController {

    private final RequestErasure requestErasure;

    EraseProfileController(RequestErasure requestErasure) {
        this.requestErasure = requestErasure;
    }

    @Delete
    @FreshAuthentication
    @ApiResponse(
            responseCode = "202",
            description =
                    "Until when it may be taken back; Location is the receipt, which stays when the account is gone.",
            content = @Content(schema = @Schema(implementation = ErasureBody.class)))
    @ApiResponse(
            responseCode = "401",
            description = "fresh-authentication-required: show who you are once more",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "last-administrator",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> erase(HttpRequest<?> request, @Parameter(hidden = true) Caller caller) {
        return switch (requestErasure.handle(new RequestErasure.Command(caller))) {
            case RequestErasure.Result.Requested(Erasure erasure) -> ErasureBody.accepted(erasure);
            case RequestErasure.Result.LastAdministrator() -> Problem.answer(request, ProblemCode.LAST_ADMINISTRATOR);
            case RequestErasure.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }
}
