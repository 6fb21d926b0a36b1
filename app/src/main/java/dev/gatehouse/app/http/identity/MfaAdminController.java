package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.RemoveSecondFactor;
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.Optional;
import java.util.UUID;

/** Takes second factors away from users who have lost them. */
@Controller("/api/admin/users/{id}/mfa")
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class MfaAdminController {

    private final RemoveSecondFactor removeSecondFactor;

    MfaAdminController(RemoveSecondFactor removeSecondFactor) {
        this.removeSecondFactor = removeSecondFactor;
    }

    @Delete
    @FreshAuthentication
    @ApiResponse(responseCode = "204", description = "The user has no second factor, and is told so by mail.")
    @ApiResponse(
            responseCode = "401",
            description = "fresh-authentication-required",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> reset(HttpRequest<?> request, String id) {
        return read(id).<HttpResponse<?>>map(user -> switch (removeSecondFactor.handle(
                        new RemoveSecondFactor.Command(user, SecondFactorEvent.By.ADMIN))) {
                    case RemoveSecondFactor.Result.Removed() -> HttpResponse.noContent();
                    case RemoveSecondFactor.Result.Gone() -> Problem.answer(request, ProblemCode.NOT_FOUND);
                })
                .orElseGet(() -> Problem.answer(request, ProblemCode.NOT_FOUND));
    }

    /** Empty for what no user can be called. */
    private static Optional<UserId> read(String text) {
        try {
            return Optional.of(new UserId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
