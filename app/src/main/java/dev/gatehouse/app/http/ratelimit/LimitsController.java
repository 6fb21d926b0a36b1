package dev.gatehouse.app.http.ratelimit;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.RecordAction;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.ratelimit.BlockSubject;
import dev.gatehouse.ratelimit.InspectSubject;
import dev.gatehouse.ratelimit.PardonSubject;
import dev.gatehouse.ratelimit.ShowLimits;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
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

/** Shows limits and what is used of them, and blocks subjects: {@code ip} with an address, or {@code user} with an id. */
@Controller("/api/admin/limits")
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class LimitsController {

    private final ShowLimits showLimits;
    private final InspectSubject inspectSubject;
    private final BlockSubject blockSubject;
    private final PardonSubject pardonSubject;
    private final RecordAction recordAction;

    LimitsController(
            ShowLimits showLimits,
            InspectSubject inspectSubject,
            BlockSubject blockSubject,
            PardonSubject pardonSubject,
            RecordAction recordAction) {
        this.showLimits = showLimits;
        this.inspectSubject = inspectSubject;
        this.blockSubject = blockSubject;
        this.pardonSubject = pardonSubject;
        this.recordAction = recordAction;
    }

    @Get
    @ApiResponse(responseCode = "200", description = "The policies, and what this instance has counted of each.")
    LimitsBody show() {
        return switch (showLimits.handle(new ShowLimits.Command())) {
            case ShowLimits.Result.Shown(var lines) -> LimitsBody.of(lines);
        };
    }

    @Get("/{kind}/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "What there is against a subject, and what it has left.",
            content = @Content(schema = @Schema(implementation = SubjectBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> inspect(
            HttpRequest<?> request, String kind, String id, @QueryValue(defaultValue = "USER") String tier) {
        return SubjectPath.read(kind, id)
                .<HttpResponse<?>>map(
                        subject -> switch (inspectSubject.handle(new InspectSubject.Command(subject, tier))) {
                            case InspectSubject.Result.Seen(var standing, var verdicts) ->
                                HttpResponse.ok(SubjectBody.of(standing, verdicts));
                        })
                .orElseGet(() -> Problem.answer(request, ProblemCode.NOT_FOUND));
    }

    @Put("/{kind}/{id}/block")
    @ApiResponse(
            responseCode = "200",
            description = "The subject is blocked.",
            content = @Content(schema = @Schema(implementation = SubjectBody.class)))
    HttpResponse<?> block(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String kind,
            String id,
            @Body BlockRequest body) {
        var time = body.time();
        return SubjectPath.read(kind, id)
                .<HttpResponse<?>>map(subject -> switch (blockSubject.handle(new BlockSubject.Command(subject, time))) {
                    case BlockSubject.Result.Blocked(Standing standing) -> {
                        record(Fact.done(Action.LIMIT_BLOCK).with("seconds", time.toSeconds()), caller, subject);
                        yield HttpResponse.ok(SubjectBody.of(standing, List.of()));
                    }
                })
                .orElseGet(() -> Problem.answer(request, ProblemCode.NOT_FOUND));
    }

    @Delete("/{kind}/{id}/block")
    @ApiResponse(responseCode = "204", description = "Nothing is held against the subject any more.")
    HttpResponse<?> pardon(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String kind, String id) {
        return SubjectPath.read(kind, id)
                .<HttpResponse<?>>map(subject -> switch (pardonSubject.handle(new PardonSubject.Command(subject))) {
                    case PardonSubject.Result.Pardoned() -> {
                        record(Fact.done(Action.LIMIT_PARDON), caller, subject);
                        yield HttpResponse.noContent();
                    }
                })
                .orElseGet(() -> Problem.answer(request, ProblemCode.NOT_FOUND));
    }

    private void record(Fact fact, Caller caller, Subject subject) {
        UUID user = subject.kind().equals(Subject.USER) ? UUID.fromString(subject.id()) : null;
        var _ = recordAction.handle(
                new RecordAction.Command(fact.by(caller.user().value())
                        .on(user)
                        .with("kind", subject.kind())
                        .with("id", subject.id())));
    }
}
