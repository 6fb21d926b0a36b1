package dev.gatehouse.app.http.imports;

import dev.gatehouse.app.http.idempotency.IdempotentRequests;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.identity.ImportUsers;
import dev.gatehouse.identity.model.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Takes over users of another system, by the page; LargeBodies lets one be large. */
@Controller("/api/admin/users/import")
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class ImportController {

    private final ImportUsers importUsers;
    private final IdempotentRequests idempotent;

    ImportController(ImportUsers importUsers, IdempotentRequests idempotent) {
        this.importUsers = importUsers;
        this.idempotent = idempotent;
    }

    @Post
    @ApiResponse(
            responseCode = "200",
            description = "What became of each row: imported, present, or refused and why. The same page again changes"
                    + " nothing.",
            content = @Content(schema = @Schema(implementation = ImportBody.class)))
    @ApiResponse(
            responseCode = "422",
            description = "idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> take(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentRequests.HEADER) @Nullable String key,
            @Body ImportRequest body) {
        var page = body.page();
        return idempotent.answer(request, caller, key, body, () -> HttpResponse.ok(take(caller, page)));
    }

    private ImportBody take(Caller caller, ImportPage page) {
        return switch (importUsers.handle(page.command(caller))) {
            case ImportUsers.Result.Taken(var outcomes) -> page.answer(outcomes);
        };
    }
}
