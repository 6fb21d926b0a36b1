package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.ConfirmTotp;
import dev.gatehouse.identity.ReadSecondFactor;
import dev.gatehouse.identity.RemoveSecondFactor;
import dev.gatehouse.identity.ReplaceRecoveryCodes;
import dev.gatehouse.identity.SetUpTotp;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.SecondFactorEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
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
import java.time.Duration;
import java.time.Instant;

/** The second factor of whoever calls: sets it up, switches it on and off, and gives codes for when it is not at hand. */
@Controller("/api/auth/mfa")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class MfaController {

    private final ReadSecondFactor readSecondFactor;
    private final SetUpTotp setUpTotp;
    private final ConfirmTotp confirmTotp;
    private final ReplaceRecoveryCodes replaceRecoveryCodes;
    private final RemoveSecondFactor removeSecondFactor;

    MfaController(
            ReadSecondFactor readSecondFactor,
            SetUpTotp setUpTotp,
            ConfirmTotp confirmTotp,
            ReplaceRecoveryCodes replaceRecoveryCodes,
            RemoveSecondFactor removeSecondFactor) {
        this.readSecondFactor = readSecondFactor;
        this.setUpTotp = setUpTotp;
        this.confirmTotp = confirmTotp;
        this.replaceRecoveryCodes = replaceRecoveryCodes;
        this.removeSecondFactor = removeSecondFactor;
    }

    @Get
    @ApiResponse(responseCode = "200", description = "Whether it is on, and how many recovery codes are left.")
    MfaBody read(@Parameter(hidden = true) Caller caller) {
        return switch (readSecondFactor.handle(new ReadSecondFactor.Command(caller.user()))) {
            case ReadSecondFactor.Result.On(Instant since, int left) -> new MfaBody(true, since, left);
            case ReadSecondFactor.Result.Off() -> new MfaBody(false, null, 0);
        };
    }

    @Post("/totp")
    @FreshAuthentication
    @ApiResponse(
            responseCode = "201",
            description = "A secret for an authenticator app, good once a code of it is confirmed within 15 minutes.",
            content = @Content(schema = @Schema(implementation = TotpBody.class)))
    @ApiResponse(
            responseCode = "401",
            description = "fresh-authentication-required",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "second-factor-on",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> setUp(HttpRequest<?> request, @Parameter(hidden = true) Caller caller) {
        return switch (setUpTotp.handle(new SetUpTotp.Command(caller.user()))) {
            case SetUpTotp.Result.Begun begun -> HttpResponse.created(TotpBody.of(begun));
            case SetUpTotp.Result.AlreadyOn() -> Problem.answer(request, ProblemCode.SECOND_FACTOR_ON);
            case SetUpTotp.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }

    @Post("/totp/confirm")
    @ApiResponse(
            responseCode = "200",
            description = "It is on, and the other sessions are over. The recovery codes are shown this once.",
            content = @Content(schema = @Schema(implementation = RecoveryCodesBody.class)))
    @ApiResponse(
            responseCode = "400",
            description = "invalid-code",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "second-factor-not-set-up",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "account-locked",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> confirm(
            HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body TotpConfirmRequest body) {
        return switch (confirmTotp.handle(body.command(caller))) {
            case ConfirmTotp.Result.Enabled(var codes) -> HttpResponse.ok(RecoveryCodesBody.of(codes));
            case ConfirmTotp.Result.WrongCode() -> Problem.answer(request, ProblemCode.INVALID_CODE);
            case ConfirmTotp.Result.NotSetUp() -> Problem.answer(request, ProblemCode.SECOND_FACTOR_NOT_SET_UP);
            case ConfirmTotp.Result.TooManyTries(Duration wait) -> WrongPassword.locked(request, wait);
            case ConfirmTotp.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }

    @Post("/recovery-codes")
    @FreshAuthentication(secondFactor = true)
    @ApiResponse(
            responseCode = "200",
            description = "Ten other codes, shown this once; those from before are no good.",
            content = @Content(schema = @Schema(implementation = RecoveryCodesBody.class)))
    @ApiResponse(
            responseCode = "401",
            description = "fresh-authentication-required, second-factor-required",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> replaceCodes(HttpRequest<?> request, @Parameter(hidden = true) Caller caller) {
        return switch (replaceRecoveryCodes.handle(new ReplaceRecoveryCodes.Command(caller.user()))) {
            case ReplaceRecoveryCodes.Result.Replaced(var codes) -> HttpResponse.ok(RecoveryCodesBody.of(codes));
            case ReplaceRecoveryCodes.Result.NotOn() -> Problem.answer(request, ProblemCode.SECOND_FACTOR_NOT_SET_UP);
        };
    }

    @Delete
    @FreshAuthentication(secondFactor = true)
    @ApiResponse(responseCode = "204", description = "There is no second factor any more.")
    @ApiResponse(
            responseCode = "401",
            description = "fresh-authentication-required, second-factor-required",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> remove(HttpRequest<?> request, @Parameter(hidden = true) Caller caller) {
        var command = new RemoveSecondFactor.Command(caller.user(), SecondFactorEvent.By.USER);
        return switch (removeSecondFactor.handle(command)) {
            case RemoveSecondFactor.Result.Removed() -> HttpResponse.noContent();
            case RemoveSecondFactor.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }
}
