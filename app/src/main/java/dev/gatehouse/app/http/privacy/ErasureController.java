package dev.gatehouse.app.http.privacy;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.UndoErasure;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.privacy.Erasure;
import dev.gatehouse.privacy.ReadErasure;
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

/** Shows whoever calls their wish to be erased, and takes it back. */
@Controller("/api/auth/profile/erasure")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class ErasureController {

    private final ReadErasure readErasure;
    private final UndoErasure undoErasure;

    ErasureController(ReadErasure readErasure, UndoErasure undoErasure) {
        this.readErasure = readErasure;
        this.undoErasure = undoErasure;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            description = "The wish, and until when it may be taken back.",
            content = @Content(schema = @Schema(implementation = ErasureBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> read(HttpRequest<?> request, @Parameter(hidden = true) Caller caller) {
        return switch (readErasure.handle(new ReadErasure.Command(caller.user().value()))) {
            case ReadErasure.Result.Found(Erasure erasure) -> HttpResponse.ok(ErasureBody.of(erasure));
            case ReadErasure.Result.None() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    @Delete
    @ApiResponse(responseCode = "204", description = "The account stays.")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> undo(HttpRequest<?> request, @Parameter(hidden = true) Caller caller) {
        return switch (undoErasure.handle(new UndoErasure.Command(caller))) {
            case UndoErasure.Result.Undone() -> HttpResponse.noContent();
            case UndoErasure.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }
}
