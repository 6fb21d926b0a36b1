package dev.gatehouse.app.http.media;

import dev.gatehouse.app.http.identity.AvatarUrls;
import dev.gatehouse.app.http.identity.UserBody;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.ChangeAvatar;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.media.PromoteAvatar;
import dev.gatehouse.media.StartAvatarUpload;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.model.UploadPolicy;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
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

/** Changes the avatar of whoever calls, by way of the object store. */
@Controller("/api/auth/profile/avatar")
@Requires(beans = StartAvatarUpload.class)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class AvatarController {

    private final StartAvatarUpload startUpload;
    private final PromoteAvatar promoteAvatar;
    private final ChangeAvatar changeAvatar;
    private final UploadPolicy policy;
    private final AvatarUrls avatars;

    AvatarController(
            StartAvatarUpload startUpload,
            PromoteAvatar promoteAvatar,
            ChangeAvatar changeAvatar,
            UploadPolicy policy,
            AvatarUrls avatars) {
        this.startUpload = startUpload;
        this.promoteAvatar = promoteAvatar;
        this.changeAvatar = changeAvatar;
        this.policy = policy;
        this.avatars = avatars;
    }

    /** The description of the form's answers stands here, too: both are one operation there. */
    @Post
    @ApiResponse(
            responseCode = "201",
            description = "Of JSON: where to put the image.",
            content = @Content(schema = @Schema(implementation = UploadBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Of a form: the user with the image as their avatar.",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Of a form: avatar-not-an-image, avatar-type-mismatch, avatar-too-large",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "avatar-quota-exceeded",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> start(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body UploadRequest body) {
        return switch (startUpload.handle(body.command(caller, policy))) {
            case StartAvatarUpload.Result.Started started -> HttpResponse.created(UploadBody.of(started));
            case StartAvatarUpload.Result.QuotaExceeded(Duration retryAfter) ->
                AvatarProblems.quotaExceeded(request, retryAfter);
        };
    }

    @Put
    @ApiResponse(
            responseCode = "200",
            description = "The user with the upload as their avatar.",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "upload-not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "upload-incomplete, upload-in-progress",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "avatar-not-an-image, avatar-type-mismatch, avatar-too-large",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> promote(
            HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body PromotionRequest body) {
        return switch (promoteAvatar.handle(body.command(caller))) {
            case PromoteAvatar.Result.Promoted(User user) -> UserBody.answer(user, avatars);
            case PromoteAvatar.Result.Refused(Refusal why) -> AvatarProblems.refused(request, why);
            case PromoteAvatar.Result.Incomplete() -> Problem.answer(request, ProblemCode.UPLOAD_INCOMPLETE);
            case PromoteAvatar.Result.InProgress() -> Problem.answer(request, ProblemCode.UPLOAD_IN_PROGRESS);
            case PromoteAvatar.Result.Unknown() -> Problem.answer(request, ProblemCode.UPLOAD_NOT_FOUND);
            case PromoteAvatar.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }

    @Delete
    @ApiResponse(responseCode = "204", description = "The user has no avatar.")
    HttpResponse<?> remove(HttpRequest<?> request, @Parameter(hidden = true) Caller caller) {
        return switch (changeAvatar.handle(new ChangeAvatar.Command(caller.user(), null))) {
            case ChangeAvatar.Result.Changed(User user) -> HttpResponse.noContent();
            case ChangeAvatar.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }
}
