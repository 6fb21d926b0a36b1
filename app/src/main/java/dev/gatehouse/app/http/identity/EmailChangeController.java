package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.RequestEmailChange;
import dev.gatehouse.identity.model.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Duration;

/** Changes the address of whoever calls, once the new one is confirmed. */
@Controller("/api/auth/profile/email")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class EmailChangeController {

    private final RequestEmailChange requestEmailChange;

    EmailChangeController(RequestEmailChange requestEmailChange) {
        this.requestEmailChange = requestEmailChange;
    }

    @Put
    @ApiResponse(
            responseCode = "202",
            description = "A mail with a link goes to the new address, and a notice to the old one.")
    @ApiResponse(
            responseCode = "400",
            description = "invalid-input, as wrong-password at /currentPassword",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "account-locked",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> change(
            HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body ChangeEmailRequest body) {
        return switch (requestEmailChange.handle(body.command(caller))) {
            case RequestEmailChange.Result.Accepted() -> HttpResponse.accepted();
            case RequestEmailChange.Result.WrongPassword() -> throw WrongPassword.at(ChangePasswordRequest.CURRENT);
            case RequestEmailChange.Result.Locked(Duration wait) -> WrongPassword.locked(request, wait);
            case RequestEmailChange.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }
}
