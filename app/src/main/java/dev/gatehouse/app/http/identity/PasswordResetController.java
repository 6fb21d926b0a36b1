package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.RequestPasswordReset;
import dev.gatehouse.identity.ResetPassword;
import dev.gatehouse.identity.model.PasswordPolicy;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** Gives those another password who forgot theirs. */
@Controller("/api/auth/password")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PasswordResetController {

    private final RequestPasswordReset requestPasswordReset;
    private final ResetPassword resetPassword;
    private final PasswordPolicy policy;

    PasswordResetController(
            RequestPasswordReset requestPasswordReset, ResetPassword resetPassword, PasswordPolicy policy) {
        this.requestPasswordReset = requestPasswordReset;
        this.resetPassword = resetPassword;
        this.policy = policy;
    }

    @Post("/forgot")
    @ApiResponse(responseCode = "202", description = "If there is such an account, a mail with a link goes to it.")
    HttpResponse<?> forgot(@Body ForgotPasswordRequest body) {
        return switch (requestPasswordReset.handle(body.command())) {
            case RequestPasswordReset.Result.Accepted() -> HttpResponse.accepted();
        };
    }

    @Post("/reset")
    @ApiResponse(responseCode = "204", description = "The password is another one, and every session is over.")
    @ApiResponse(
            responseCode = "400",
            description = "invalid-mail-token, invalid-input",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> reset(HttpRequest<?> request, @Body ResetPasswordRequest body) {
        return switch (resetPassword.handle(body.command(policy))) {
            case ResetPassword.Result.Reset() -> HttpResponse.noContent();
            case ResetPassword.Result.Refused(var weakness) ->
                throw WeakPassword.at(ChangePasswordRequest.NEW, weakness);
            case ResetPassword.Result.InvalidToken() -> Problem.answer(request, ProblemCode.INVALID_MAIL_TOKEN);
        };
    }
}
