package dev.gatehouse.app.http.media;

import dev.gatehouse.app.http.filter.SlowRequests;
import dev.gatehouse.app.http.identity.AvatarUrls;
import dev.gatehouse.app.http.identity.UserBody;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.media.UploadAvatar;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.model.UploadPolicy;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Changes the avatar of whoever calls, for clients that have no way to the object store. */
@Controller("/api/auth/profile/avatar")
@Requires(beans = UploadAvatar.class)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class AvatarFileController {

    /** Five megabytes at a slow telephone's pace. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UploadAvatar uploadAvatar;
    private final UploadPolicy policy;
    private final AvatarUrls avatars;
    private final SlowRequests slowRequests;

    /** What arrives at once is bounded, for the disk is. */
    private final Semaphore arriving = new Semaphore(64);

    AvatarFileController(
            UploadAvatar uploadAvatar, UploadPolicy policy, AvatarUrls avatars, SlowRequests slowRequests) {
        this.uploadAvatar = uploadAvatar;
        this.policy = policy;
        this.avatars = avatars;
        this.slowRequests = slowRequests;
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = AvatarForm.class)))
    HttpResponse<?> upload(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @Header(HttpHeaders.CONTENT_TYPE) String contentType,
            @Body InputStream body) {
        if (!arriving.tryAcquire()) {
            return Problem.answer(request, ProblemCode.OVERLOADED).header(HttpHeaders.RETRY_AFTER, "1");
        }
        slowRequests.allow(request, PATIENCE);
        try (UploadedFile file = UploadedFile.receive(contentType, body, policy.largest())) {
            return answer(request, uploadAvatar.handle(file.command(caller, policy)));
        } finally {
            arriving.release();
        }
    }

    private HttpResponse<?> answer(HttpRequest<?> request, UploadAvatar.Result result) {
        return switch (result) {
            case UploadAvatar.Result.Promoted(User user) -> UserBody.answer(user, avatars);
            case UploadAvatar.Result.Refused(Refusal why) -> AvatarProblems.refused(request, why);
            case UploadAvatar.Result.QuotaExceeded(Duration retryAfter) ->
                AvatarProblems.quotaExceeded(request, retryAfter);
            case UploadAvatar.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }
}
