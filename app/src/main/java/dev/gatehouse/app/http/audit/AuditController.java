package dev.gatehouse.app.http.audit;

import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.identity.SearchAudit;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows the audit log. */
@Controller("/api/admin/audit")
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class AuditController {

    private final SearchAudit searchAudit;

    AuditController(SearchAudit searchAudit) {
        this.searchAudit = searchAudit;
    }

    @Get
    @ApiResponse(responseCode = "200", description = "A page of entries that fit all of the query, the latest first.")
    AuditPage search(
            @QueryValue @Nullable String user,
            @QueryValue @Nullable String action,
            @QueryValue @Nullable String outcome,
            @QueryValue @Nullable String requestId,
            @QueryValue @Nullable String from,
            @QueryValue @Nullable String to,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String after) {
        var query = new AuditListQuery(user, action, outcome, requestId, from, to, limit, after);
        return switch (searchAudit.handle(query.command())) {
            case SearchAudit.Result.Page(List<AuditEntry> entries, @Nullable UUID next) -> AuditPage.of(entries, next);
        };
    }
}
