package dev.gatehouse.app.http.privacy;

import dev.gatehouse.app.http.page.PathId;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.privacy.Erasure;
import dev.gatehouse.privacy.ReadReceipt;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** Shows receipts to whoever was given one: who is erased has no account to ask with. */
@Controller("/api/erasures/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReceiptController {

    private final ReadReceipt readReceipt;

    ReceiptController(ReadReceipt readReceipt) {
        this.readReceipt = readReceipt;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            description = "Which places were purged, and when; whose data it was, nobody knows any more.",
            content = @Content(schema = @Schema(implementation = ErasureBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> read(HttpRequest<?> request, String id) {
        return switch (readReceipt.handle(new ReadReceipt.Command(PathId.of(id)))) {
            case ReadReceipt.Result.Found(Erasure erasure) ->
                HttpResponse.ok(ErasureBody.of(erasure)).header(HttpHeaders.CACHE_CONTROL, "no-store");
            case ReadReceipt.Result.None() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }
}
