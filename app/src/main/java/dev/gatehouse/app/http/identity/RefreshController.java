package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.BrowserRequests;
import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.RefreshSession;
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
import org.jspecify.annotations.Nullable;

/** Exchanges refresh tokens. */
@Controller("/api/auth")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RefreshController {

    private final RefreshSession refreshSession;
    private final BrowserRequests browsers;
    private final ClientAddress addresses;
    private final AvatarUrls avatars;

    RefreshController(
            RefreshSession refreshSession, BrowserRequests browsers, ClientAddress addresses, AvatarUrls avatars) {
        this.refreshSession = refreshSession;
        this.browsers = browsers;
        this.addresses = addresses;
        this.avatars = avatars;
    }

    @Post("/refresh")
    @ApiResponse(
            responseCode = "200",
            description = "The session's next tokens.",
            content = @Content(schema = @Schema(implementation = TokenBody.class)))
    @ApiResponse(
            responseCode = "401",
            description = "invalid-refresh-token, refresh-token-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> refresh(HttpRequest<?> request, @Body @Nullable RefreshRequest body) {
        var given = browsers.isBrowser(request) ? RefreshRequest.ofCookie(request) : body;
        var presented = given == null ? RefreshRequest.NOTHING : given;
        return switch (refreshSession.handle(presented.command(Client.of(request, addresses)))) {
            case RefreshSession.Result.Refreshed(var signedIn) -> TokenBody.answer(HttpStatus.OK, signedIn, avatars);
            case RefreshSession.Result.InvalidToken() -> refused(request, ProblemCode.INVALID_REFRESH_TOKEN);
            case RefreshSession.Result.TokenReused() -> refused(request, ProblemCode.REFRESH_TOKEN_REUSED);
        };
    }

    private static HttpResponse<?> refused(HttpRequest<?> request, ProblemCode code) {
        BrowserFilter.forget(request);
        return Problem.answer(request, code);
    }
}
