package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.page.PathId;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.EndSession;
import dev.gatehouse.identity.ListSessions;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.SessionId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;

/** Shows whoever calls where they are signed in, and signs them out there. */
@Controller("/api/auth/sessions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class SessionsController {

    private final ListSessions listSessions;
    private final EndSession endSession;

    SessionsController(ListSessions listSessions, EndSession endSession) {
        this.listSessions = listSessions;
        this.endSession = endSession;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            description = "The sessions that live, the one opened last first.",
            content = @Content(schema = @Schema(implementation = SessionListBody.class)))
    HttpResponse<?> list(@Parameter(hidden = true) Caller caller) {
        return switch (listSessions.handle(new ListSessions.Command(caller))) {
            case ListSessions.Result.Listed(var sessions) ->
                HttpResponse.ok(new SessionListBody(
                        sessions.stream().map(SessionBody::of).toList()));
        };
    }

    @Delete("/{id}")
    @ApiResponse(responseCode = "204", description = "The session is over, since now or before.")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> end(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String id) {
        return switch (endSession.handle(new EndSession.Command(caller, new SessionId(PathId.of(id))))) {
            case EndSession.Result.Ended() -> HttpResponse.noContent();
            case EndSession.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }
}
