package dev.gatehouse.app.http.settings;

import dev.gatehouse.app.cached.CacheEvicts;
import dev.gatehouse.app.http.identity.EntityTag;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.settings.RemoveSettings;
import dev.gatehouse.settings.ReplaceSettings;
import dev.gatehouse.settings.SettingsEvents;
import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Lets administrators replace and remove sections of the settings. */
@Controller("/api/admin/config/{section}")
@Secured("ADMIN")
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
class ConfigAdminController {

    private final ReplaceSettings replaceSettings;
    private final RemoveSettings removeSettings;

    ConfigAdminController(ReplaceSettings replaceSettings, RemoveSettings removeSettings) {
        this.replaceSettings = replaceSettings;
        this.removeSettings = removeSettings;
    }

    @Put
    @CacheEvicts(value = ConfigController.KEY, on = SettingsEvents.CHANGED)
    @ApiResponse(
            responseCode = "200",
            description = "The section as it is now; the ETag is its version.",
            content = @Content(schema = @Schema(implementation = SectionBody.class)))
    @ApiResponse(
            responseCode = "412",
            description = "version-mismatch; the ETag is the version, 0 where the section is not there.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> replace(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String section,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body SectionRequest body) {
        return switch (replaceSettings.handle(body.command(caller, section, EntityTag.version(ifMatch)))) {
            case ReplaceSettings.Result.Replaced(Section saved) ->
                SectionBody.of(saved).answer();
            case ReplaceSettings.Result.VersionMismatch(long version) ->
                Problem.answer(request, ProblemCode.VERSION_MISMATCH).header(HttpHeaders.ETAG, EntityTag.of(version));
        };
    }

    @Delete
    @CacheEvicts(value = ConfigController.KEY, on = SettingsEvents.CHANGED)
    @ApiResponse(responseCode = "204", description = "The section is gone.")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> remove(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String section) {
        return switch (removed(caller, section)) {
            case RemoveSettings.Result.Removed() -> HttpResponse.noContent();
            case RemoveSettings.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    /** What is no name is the name of nothing. */
    private RemoveSettings.Result removed(Caller caller, String section) {
        try {
            return removeSettings.handle(new RemoveSettings.Command(caller.user(), new SectionName(section)));
        } catch (InvalidValue noName) {
            return new RemoveSettings.Result.NotFound();
        }
    }
}
