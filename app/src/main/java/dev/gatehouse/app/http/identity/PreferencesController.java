package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.ReplacePreferences;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Preferences;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows and replaces what whoever calls prefers. */
@Controller("/api/auth/profile/preferences")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class PreferencesController {

    private final ReadPreferences readPreferences;
    private final ReplacePreferences replacePreferences;

    PreferencesController(ReadPreferences readPreferences, ReplacePreferences replacePreferences) {
        this.readPreferences = readPreferences;
        this.replacePreferences = replacePreferences;
    }

    @Get
    @ApiResponse(responseCode = "200", description = "All preferences; the ETag is their version.")
    HttpResponse<Map<String, String>> read(@Parameter(hidden = true) Caller caller) {
        return switch (readPreferences.handle(new ReadPreferences.Command(caller.user()))) {
            case ReadPreferences.Result.Found(Preferences preferences) -> answer(preferences);
        };
    }

    @Put
    @ApiResponse(
            responseCode = "200",
            description = "All preferences as they are now.",
            content = @Content(schema = @Schema(implementation = PreferencesRequest.class)))
    @ApiResponse(
            responseCode = "412",
            description = "version-mismatch",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> replace(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body PreferencesRequest body) {
        var command = body.command(caller, EntityTag.version(ifMatch));
        return switch (replacePreferences.handle(command)) {
            case ReplacePreferences.Result.Replaced(Preferences preferences) -> answer(preferences);
            case ReplacePreferences.Result.VersionMismatch(Preferences current) ->
                Problem.answer(request, ProblemCode.VERSION_MISMATCH)
                        .header(HttpHeaders.ETAG, EntityTag.of(current.version()));
            case ReplacePreferences.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }

    private static HttpResponse<Map<String, String>> answer(Preferences preferences) {
        Map<String, String> sorted = new TreeMap<>(preferences.entries());
        return HttpResponse.ok(sorted).header(HttpHeaders.ETAG, EntityTag.of(preferences.version()));
    }
}
