package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.LogIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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

/** Logs users in. */
@Controller("/api/auth")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LoginController {

    private final LogIn logIn;
    private final ClientAddress addresses;
    private final AvatarUrls avatars;

    LoginController(LogIn logIn, ClientAddress addresses, AvatarUrls avatars) {
        this.logIn = logIn;
        this.addresses = addresses;
        this.avatars = avatars;
    }

    @Post("/login")
    @ApiResponse(
            responseCode = "200",
            description = "A session and its tokens; or what is missing, where the user has a second factor.",
            content = @Content(schema = @Schema(oneOf = {TokenBody.class, MfaChallengeBody.class})))
    @ApiResponse(
            responseCode = "401",
            description = "invalid-credentials",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "account-locked",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> logIn(HttpRequest<?> request, @Body LoginRequest body) {
        return switch (logIn.handle(body.command(Client.of(request, addresses)))) {
            case LogIn.Result.LoggedIn(var signedIn) -> TokenBody.answer(HttpStatus.OK, signedIn, avatars);
            case LogIn.Result.SecondFactorNeeded(String challenge, Duration life) ->
                MfaChallengeBody.answer(challenge, life);
            case LogIn.Result.InvalidCredentials() -> Problem.answer(request, ProblemCode.INVALID_CREDENTIALS);
            case LogIn.Result.Locked(Duration wait) ->
                Problem.answer(request, ProblemCode.ACCOUNT_LOCKED)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.ceilDiv(wait.toMillis(), 1_000L)));
        };
    }
}
