package dev.gatehouse.app.http.events;

import dev.gatehouse.app.http.page.PageQuery;
import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.RecordAction;
import dev.gatehouse.events.DeadLetter;
import dev.gatehouse.events.ListDeadLetters;
import dev.gatehouse.events.RedriveDeadLetter;
import dev.gatehouse.identity.model.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows dead letters, and sends them on their way again. */
@Controller("/api/admin/dead-letters")
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class DeadLettersController {

    private final ListDeadLetters listDeadLetters;
    private final RedriveDeadLetter redriveDeadLetter;
    private final RecordAction recordAction;

    DeadLettersController(
            ListDeadLetters listDeadLetters, RedriveDeadLetter redriveDeadLetter, RecordAction recordAction) {
        this.listDeadLetters = listDeadLetters;
        this.redriveDeadLetter = redriveDeadLetter;
        this.recordAction = recordAction;
    }

    @Get
    @ApiResponse(responseCode = "200", description = "A page of them, the longest dead first.")
    DeadLetterPage list(@QueryValue @Nullable String limit, @QueryValue @Nullable String after) {
        return switch (listDeadLetters.handle(command(limit, after))) {
            case ListDeadLetters.Result.Page(List<DeadLetter> letters, @Nullable UUID next) ->
                DeadLetterPage.of(letters, next);
        };
    }

    private static ListDeadLetters.Command command(@Nullable String limit, @Nullable String after) {
        var input = new Input();
        var readLimit = PageQuery.limit(input, limit);
        var readAfter = PageQuery.after(input, after);
        input.check();
        return new ListDeadLetters.Command(readAfter.orNull(), readLimit.get());
    }

    @Post("/{id}/redrive")
    @ApiResponse(responseCode = "204", description = "The handler sees the event again, as one that never failed.")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> redrive(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String id) {
        return switch (redrive(id)) {
            case RedriveDeadLetter.Result.Redriven() -> {
                var _ = recordAction.handle(new RecordAction.Command(Fact.done(Action.DEAD_LETTER_REDRIVE)
                        .by(caller.user().value())
                        .with("letter", id)));
                yield HttpResponse.noContent();
            }
            case RedriveDeadLetter.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    /** What is no id is the id of nothing. */
    private RedriveDeadLetter.Result redrive(String id) {
        try {
            return redriveDeadLetter.handle(new RedriveDeadLetter.Command(UUID.fromString(id)));
        } catch (IllegalArgumentException noId) {
            return new RedriveDeadLetter.Result.NotFound();
        }
    }
}
