package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.idempotency.IdempotentRequests;
import dev.gatehouse.app.http.page.PageQuery;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.InviteUser;
import dev.gatehouse.identity.ListUsers;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists users, and makes accounts for others. */
@Controller("/api/users")
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class UsersController {

    private final ListUsers listUsers;
    private final InviteUser inviteUser;
    private final IdempotentRequests idempotent;
    private final AvatarUrls avatars;

    UsersController(ListUsers listUsers, InviteUser inviteUser, IdempotentRequests idempotent, AvatarUrls avatars) {
        this.listUsers = listUsers;
        this.inviteUser = inviteUser;
        this.idempotent = idempotent;
        this.avatars = avatars;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            description = "A page of all, the longest there first; or of those whose address or name begins so, by it.",
            content = @Content(schema = @Schema(implementation = UserPageBody.class)))
    HttpResponse<?> list(
            @QueryValue @Nullable String email,
            @QueryValue @Nullable String name,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String after) {
        return switch (listUsers.handle(new UserListQuery(email, name, limit, after).command())) {
            case ListUsers.Result.Page(List<User> users, @Nullable String next) ->
                HttpResponse.ok(UserPageBody.of(users, next, avatars));
            case ListUsers.Result.InvalidCursor() -> throw PageQuery.refusedCursor();
        };
    }

    @Post
    @ApiResponse(
            responseCode = "201",
            description = "The user, who chooses a password with the link in their mail; the ETag is the version.",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "email-taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> invite(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentRequests.HEADER) @Nullable String key,
            @Body InviteUserRequest body) {
        return idempotent.answer(request, caller, key, body, () -> invite(request, caller, body));
    }

    private HttpResponse<?> invite(HttpRequest<?> request, Caller caller, InviteUserRequest body) {
        return switch (inviteUser.handle(body.command(caller))) {
            case InviteUser.Result.Invited(User user) -> UserBody.created(user, avatars);
            case InviteUser.Result.EmailIsTaken() -> Problem.answer(request, ProblemCode.EMAIL_TAKEN);
        };
    }
}
