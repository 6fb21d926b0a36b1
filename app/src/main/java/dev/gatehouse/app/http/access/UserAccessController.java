package dev.gatehouse.app.http.access;

import dev.gatehouse.app.http.identity.AvatarUrls;
import dev.gatehouse.app.http.page.PathId;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.EndSessionsOfUser;
import dev.gatehouse.identity.InspectAccess;
import dev.gatehouse.identity.ResendVerification;
import dev.gatehouse.identity.UnlockAccount;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;

/** Tells administrators why a user cannot log in, and lets them do something about it. */
@Controller("/api/admin/users/{id}")
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class UserAccessController {

    private final InspectAccess inspectAccess;
    private final UnlockAccount unlockAccount;
    private final EndSessionsOfUser endSessionsOfUser;
    private final ResendVerification resendVerification;
    private final AvatarUrls avatars;

    UserAccessController(
            InspectAccess inspectAccess,
            UnlockAccount unlockAccount,
            EndSessionsOfUser endSessionsOfUser,
            ResendVerification resendVerification,
            AvatarUrls avatars) {
        this.inspectAccess = inspectAccess;
        this.unlockAccount = unlockAccount;
        this.endSessionsOfUser = endSessionsOfUser;
        this.resendVerification = resendVerification;
        this.avatars = avatars;
    }

    @Get("/access")
    @ApiResponse(
            responseCode = "200",
            description = "What keeps the user from logging in, and all that is known of it.",
            content = @Content(schema = @Schema(implementation = UserAccessBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> inspect(HttpRequest<?> request, String id) {
        return switch (inspectAccess.handle(new InspectAccess.Command(user(id)))) {
            case InspectAccess.Result.Seen seen -> HttpResponse.ok(UserAccessBody.of(seen, avatars));
            case InspectAccess.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    @Post("/unlock")
    @ApiResponse(responseCode = "204", description = "No failed attempt is held against the account any more.")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> unlock(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String id) {
        return switch (unlockAccount.handle(new UnlockAccount.Command(caller, user(id)))) {
            case UnlockAccount.Result.Unlocked() -> HttpResponse.noContent();
            case UnlockAccount.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    @Delete("/sessions")
    @ApiResponse(responseCode = "204", description = "The user is signed in nowhere.")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> endSessions(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String id) {
        return switch (endSessionsOfUser.handle(new EndSessionsOfUser.Command(caller, user(id)))) {
            case EndSessionsOfUser.Result.Ended(int sessions) -> HttpResponse.noContent();
            case EndSessionsOfUser.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    @Post("/email/verify/resend")
    @ApiResponse(
            responseCode = "200",
            description = "Whether the link that confirms the address is on its way, and else why not.",
            content = @Content(schema = @Schema(implementation = ResentBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> resend(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String id) {
        return switch (resendVerification.handle(new ResendVerification.Command(caller, user(id)))) {
            case ResendVerification.Result.Sent() -> HttpResponse.ok(new ResentBody(true, null));
            case ResendVerification.Result.AlreadyVerified() ->
                HttpResponse.ok(new ResentBody(false, "already-verified"));
            case ResendVerification.Result.TooSoon() -> HttpResponse.ok(new ResentBody(false, "too-soon"));
            case ResendVerification.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    private static UserId user(String id) {
        return new UserId(PathId.of(id));
    }
}
