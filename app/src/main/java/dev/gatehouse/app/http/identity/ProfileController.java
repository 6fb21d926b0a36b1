package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.RequestThread;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.UpdateProfile;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Shows and changes the profile of whoever calls. */
@Controller("/api/auth/profile")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThread.NAME)
@SecurityRequirement(name = "bearer")
final class ProfileController {

    private final ProfileReadAhead readAhead;
    private final UpdateProfile updateProfile;
    private final AvatarUrls avatars;

    ProfileController(ProfileReadAhead readAhead, UpdateProfile updateProfile, AvatarUrls avatars) {
        this.readAhead = readAhead;
        this.updateProfile = updateProfile;
        this.avatars = avatars;
    }

    @Get
    @ProfileReadAhead.Wanted
    @ApiResponse(
            responseCode = "200",
            description = "The user; the ETag is its version.",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    HttpResponse<?> read(HttpRequest<?> request, @Parameter(hidden = true) Caller caller) {
        return switch (readAhead.take(request, caller)) {
            case ReadProfile.Result.Found(User user) -> UserBody.answer(user, avatars);
            case ReadProfile.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }

    @Put
    @ApiResponse(
            responseCode = "200",
            description = "The user as it is now.",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    @ApiResponse(
            responseCode = "412",
            description = "version-mismatch",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> update(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body ProfileRequest body) {
        return switch (updateProfile.handle(body.command(caller, EntityTag.version(ifMatch)))) {
            case UpdateProfile.Result.Updated(User user) -> UserBody.answer(user, avatars);
            case UpdateProfile.Result.VersionMismatch(User current) ->
                Problem.answer(request, ProblemCode.VERSION_MISMATCH)
                        .header(HttpHeaders.ETAG, EntityTag.of(current.version()));
            case UpdateProfile.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }
}
