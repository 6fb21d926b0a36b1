package dev.gatehouse.app.http.notification;

import dev.gatehouse.app.http.identity.CallerAuthentication;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.notification.FollowNotifications;
import dev.gatehouse.notification.NotificationStream;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;

/** Tells whoever calls what they are notified of, as it happens. */
@Controller("/api/auth/notifications")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class NotificationsController {

    private final FollowNotifications followNotifications;
    private final EventStreams eventStreams;

    NotificationsController(FollowNotifications followNotifications, EventStreams eventStreams) {
        this.followNotifications = followNotifications;
        this.eventStreams = eventStreams;
    }

    /** Nobody asks by HEAD: it would open a stream that nobody reads. */
    @Get(produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
    @ApiResponse(
            responseCode = "200",
            description = "Server-sent events until the session or its token ends: event is the type, data an object.",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "429",
            description = "too-many-streams",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "503",
            description = "overloaded",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> follow(HttpRequest<?> request) {
        CallerAuthentication authentication =
                request.getUserPrincipal(CallerAuthentication.class).orElseThrow();
        var command = new FollowNotifications.Command(authentication.caller(), authentication.until());
        return switch (followNotifications.handle(command)) {
            case FollowNotifications.Result.Following(NotificationStream stream) ->
                HttpResponse.ok(eventStreams.of(stream))
                        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        // A proxy that collects answers before it passes them on would keep all of this to itself.
                        .header("X-Accel-Buffering", "no");
            case FollowNotifications.Result.TooManyStreams() -> Problem.answer(request, ProblemCode.TOO_MANY_STREAMS);
            case FollowNotifications.Result.Full() ->
                Problem.answer(request, ProblemCode.OVERLOADED).header(HttpHeaders.RETRY_AFTER, "5");
        };
    }
}
