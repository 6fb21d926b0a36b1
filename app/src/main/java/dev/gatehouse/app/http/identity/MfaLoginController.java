package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.VerifySecondFactor;
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
import java.time.Duration;

/** Takes the second half of a log-in. */
@Controller("/api/auth/mfa/verify")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MfaLoginController {

    private final VerifySecondFactor verifySecondFactor;
    private final ClientAddress addresses;
    private final AvatarUrls avatars;

    MfaLoginController(VerifySecondFactor verifySecondFactor, ClientAddress addresses, AvatarUrls avatars) {
        this.verifySecondFactor = verifySecondFactor;
        this.addresses = addresses;
        this.avatars = avatars;
    }

    @Post
    @ApiResponse(
            responseCode = "200",
            description = "A session and its tokens.",
            content = @Content(schema = @Schema(implementation = TokenBody.class)))
    @ApiResponse(
            responseCode = "400",
            description = "invalid-code",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "410",
            description = "challenge-expired",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "account-locked",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> verify(HttpRequest<?> request, @Body MfaVerifyRequest body) {
        return switch (verifySecondFactor.handle(body.command(Client.of(request, addresses)))) {
            case VerifySecondFactor.Result.LoggedIn(var signedIn, var trust) ->
                TokenBody.answer(signedIn, trust, avatars);
            case VerifySecondFactor.Result.WrongCode() -> Problem.answer(request, ProblemCode.INVALID_CODE);
            case VerifySecondFactor.Result.Expired() -> Problem.answer(request, ProblemCode.CHALLENGE_EXPIRED);
            case VerifySecondFactor.Result.Locked(Duration wait) -> WrongPassword.locked(request, wait);
        };
    }
}
