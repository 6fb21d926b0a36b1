package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.StepUp;
import dev.gatehouse.identity.model.Caller;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Duration;

/** Takes what shows once more who somebody is, in a session that goes on. */
@Controller("/api/auth/step-up")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class StepUpController {

    private final StepUp stepUp;
    private final AvatarUrls avatars;

    StepUpController(StepUp stepUp, AvatarUrls avatars) {
        this.stepUp = stepUp;
        this.avatars = avatars;
    }

    @Post
    @ApiResponse(
            responseCode = "200",
            description = "The same session, with an access token that says so.",
            content = @Content(schema = @Schema(implementation = TokenBody.class)))
    @ApiResponse(
            responseCode = "400",
            description = "invalid-code; invalid-input, as wrong-password or second-factor-needed at /password",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "account-locked",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> stepUp(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body StepUpRequest body) {
        return switch (stepUp.handle(body.command(caller))) {
            case StepUp.Result.SteppedUp(var signedIn) -> TokenBody.answer(HttpStatus.OK, signedIn, avatars);
            case StepUp.Result.WrongPassword() -> throw WrongPassword.at(StepUpRequest.PASSWORD);
            case StepUp.Result.WrongCode() -> Problem.answer(request, ProblemCode.INVALID_CODE);
            case StepUp.Result.SecondFactorNeeded() -> throw WrongPassword.notEnough(StepUpRequest.PASSWORD);
            case StepUp.Result.Locked(Duration wait) -> WrongPassword.locked(request, wait);
            case StepUp.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }
}
