package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.RequestCode;
import dev.gatehouse.identity.VerifyCode;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.ChallengeId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends one-time codes, and takes them back. */
@Controller("/api/auth/otp")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OtpController {

    /**
     * @param expiresIn seconds
     * @param resendIn seconds until another code may be asked for
     */
    record ChallengeBody(String challengeId, long expiresIn, long resendIn) {}

    /**
     * @param grant says that its holder has read the code, for as long as it lives
     * @param expiresIn seconds
     */
    record GrantBody(String grant, long expiresIn) {
        @Override
        public String toString() {
            return "GrantBody[…]";
        }
    }

    private final RequestCode requestCode;
    private final VerifyCode verifyCode;
    private final ClientAddress addresses;
    private final AvatarUrls avatars;

    OtpController(RequestCode requestCode, VerifyCode verifyCode, ClientAddress addresses, AvatarUrls avatars) {
        this.requestCode = requestCode;
        this.verifyCode = verifyCode;
        this.addresses = addresses;
        this.avatars = avatars;
    }

    @Post("/request")
    @ApiResponse(
            responseCode = "202",
            description = "A code is on its way, if it is to go anywhere.",
            content = @Content(schema = @Schema(implementation = ChallengeBody.class)))
    @ApiResponse(
            responseCode = "429",
            description = "code-too-soon",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> request(
            HttpRequest<?> request,
            @Parameter(hidden = true) @Nullable Caller caller,
            @Header(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Body OtpRequest body) {
        return switch (requestCode.handle(body.command(caller, AcceptLanguage.best(acceptLanguage)))) {
            case RequestCode.Result.Requested(ChallengeId id, Duration expiresIn, Duration resendIn) ->
                HttpResponse.accepted()
                        .body(new ChallengeBody(id.toString(), expiresIn.toSeconds(), resendIn.toSeconds()));
            case RequestCode.Result.TooSoon(Duration wait) ->
                Problem.answer(request, ProblemCode.CODE_TOO_SOON)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.ceilDiv(wait.toMillis(), 1_000L)));
            case RequestCode.Result.NotServed() ->
                throw Input.invalid(
                        "/to", "not-served", "Codes are not sent there: by that channel, or to that country.");
        };
    }

    @Post("/verify")
    @ApiResponse(
            responseCode = "200",
            description = "A grant; for a code to log in, a session and its tokens, or what is missing.",
            content = @Content(schema = @Schema(oneOf = {GrantBody.class, TokenBody.class, MfaChallengeBody.class})))
    @ApiResponse(
            responseCode = "400",
            description = "invalid-code",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "410",
            description = "challenge-expired",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> verify(
            HttpRequest<?> request, @Parameter(hidden = true) @Nullable Caller caller, @Body OtpVerifyRequest body) {
        var result = body.command(caller, Client.of(request, addresses)).map(verifyCode::handle);
        return switch (result.orElseGet(VerifyCode.Result.Expired::new)) {
            case VerifyCode.Result.Granted(String grant, Duration life) ->
                HttpResponse.ok(new GrantBody(grant, life.toSeconds()));
            case VerifyCode.Result.LoggedIn(var signedIn) -> TokenBody.answer(HttpStatus.OK, signedIn, avatars);
            case VerifyCode.Result.SecondFactorNeeded(String challenge, Duration life) ->
                MfaChallengeBody.answer(challenge, life);
            case VerifyCode.Result.WrongCode() -> Problem.answer(request, ProblemCode.INVALID_CODE);
            case VerifyCode.Result.Expired() -> Problem.answer(request, ProblemCode.CHALLENGE_EXPIRED);
        };
    }
}
