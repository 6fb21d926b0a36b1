package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.ChangePassword;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.PasswordPolicy;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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

/** Changes the password of whoever calls. */
@Controller("/api/auth/profile/password")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class PasswordController {

    private final ChangePassword changePassword;
    private final PasswordPolicy policy;
    private final ClientAddress addresses;
    private final AvatarUrls avatars;

    PasswordController(
            ChangePassword changePassword, PasswordPolicy policy, ClientAddress addresses, AvatarUrls avatars) {
        this.changePassword = changePassword;
        this.policy = policy;
        this.addresses = addresses;
        this.avatars = avatars;
    }

    @Put
    @ApiResponse(
            responseCode = "200",
            description = "Every earlier session is over; a fresh one and its tokens.",
            content = @Content(schema = @Schema(implementation = TokenBody.class)))
    @ApiResponse(
            responseCode = "400",
            description = "invalid-input, as wrong-password at /currentPassword",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "account-locked",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> change(
            HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body ChangePasswordRequest body) {
        var command = body.command(caller, Client.of(request, addresses), policy);
        return switch (changePassword.handle(command)) {
            case ChangePassword.Result.Changed(var signedIn) -> TokenBody.answer(HttpStatus.OK, signedIn, avatars);
            case ChangePassword.Result.WrongPassword() -> throw WrongPassword.at(ChangePasswordRequest.CURRENT);
            case ChangePassword.Result.Refused(var weakness) ->
                throw WeakPassword.at(ChangePasswordRequest.NEW, weakness);
            case ChangePassword.Result.Locked(Duration wait) -> WrongPassword.locked(request, wait);
            case ChangePassword.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }
}
