package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.page.PathId;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.DeleteUser;
import dev.gatehouse.identity.ReadUser;
import dev.gatehouse.identity.UpdateUser;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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
import org.jspecify.annotations.Nullable;

/** Shows, changes and deletes a user. To those whose it is not it is not there, but for administrators. */
@Controller("/api/users/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class UserController {

    private final ReadUser readUser;
    private final UpdateUser updateUser;
    private final DeleteUser deleteUser;
    private final AvatarUrls avatars;

    UserController(ReadUser readUser, UpdateUser updateUser, DeleteUser deleteUser, AvatarUrls avatars) {
        this.readUser = readUser;
        this.updateUser = updateUser;
        this.deleteUser = deleteUser;
        this.avatars = avatars;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            description = "The user; the ETag is its version.",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> read(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String id) {
        return switch (readUser.handle(new ReadUser.Command(caller, user(id)))) {
            case ReadUser.Result.Found(User user) -> UserBody.answer(user, avatars);
            case ReadUser.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    @Put
    @ApiResponse(
            responseCode = "200",
            description = "The user as it is now.",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    @ApiResponse(
            responseCode = "403",
            description = "forbidden: role and status are for administrators",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "last-administrator",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "version-mismatch",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> update(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body UpdateUserRequest body) {
        return switch (updateUser.handle(body.command(caller, user(id), EntityTag.version(ifMatch)))) {
            case UpdateUser.Result.Updated(User user) -> UserBody.answer(user, avatars);
            case UpdateUser.Result.VersionMismatch(User current) ->
                Problem.answer(request, ProblemCode.VERSION_MISMATCH)
                        .header(HttpHeaders.ETAG, EntityTag.of(current.version()));
            case UpdateUser.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
            case UpdateUser.Result.Forbidden() -> Problem.answer(request, ProblemCode.FORBIDDEN);
            case UpdateUser.Result.LastAdministrator() -> Problem.answer(request, ProblemCode.LAST_ADMINISTRATOR);
        };
    }

    @Delete
    @ApiResponse(responseCode = "204", description = "The user is gone, and what they had goes.")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "last-administrator",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> delete(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String id) {
        return switch (deleteUser.handle(new DeleteUser.Command(caller, user(id)))) {
            case DeleteUser.Result.Deleted() -> HttpResponse.noContent();
            case DeleteUser.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
            case DeleteUser.Result.LastAdministrator() -> Problem.answer(request, ProblemCode.LAST_ADMINISTRATOR);
        };
    }

    private static UserId user(String id) {
        return new UserId(PathId.of(id));
    }
}
