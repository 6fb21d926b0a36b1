package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.ConfirmEmail;
import dev.gatehouse.identity.RequestEmailVerification;
import dev.gatehouse.identity.model.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Confirms addresses. */
@Controller("/api/auth/email/verify")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EmailVerificationController {

    private final ConfirmEmail confirmEmail;
    private final RequestEmailVerification requestEmailVerification;

    EmailVerificationController(ConfirmEmail confirmEmail, RequestEmailVerification requestEmailVerification) {
        this.confirmEmail = confirmEmail;
        this.requestEmailVerification = requestEmailVerification;
    }

    @Post
    @Secured(SecurityRule.IS_ANONYMOUS)
    @ApiResponse(
            responseCode = "204",
            description = "The address is confirmed; if it was to be the new one, it is the account's from now on.")
    @ApiResponse(
            responseCode = "400",
            description = "invalid-mail-token",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> verify(HttpRequest<?> request, @Body ConfirmEmailRequest body) {
        return switch (confirmEmail.handle(body.command())) {
            case ConfirmEmail.Result.Confirmed() -> HttpResponse.noContent();
            case ConfirmEmail.Result.InvalidToken() -> Problem.answer(request, ProblemCode.INVALID_MAIL_TOKEN);
        };
    }

    @Post("/resend")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @SecurityRequirement(name = "bearer")
    @ApiResponse(responseCode = "202", description = "A mail goes out, unless one did a moment ago or none is needed.")
    HttpResponse<?> resend(@Parameter(hidden = true) Caller caller, @Body @Nullable ResendRequest body) {
        return switch (requestEmailVerification.handle(new RequestEmailVerification.Command(caller))) {
            case RequestEmailVerification.Result.Accepted() -> HttpResponse.accepted();
        };
    }
}
