package dev.gatehouse.app.http.settings;

import dev.gatehouse.app.cached.Cached;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.settings.ReadSettings;
import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
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
import java.util.Optional;

/** Shows clients a section of the settings, before they have logged in, too. */
@Controller("/api/config/{section}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConfigController {

    /** The key that a section is cached under. */
    static final String KEY = "config:{section}";

    private final ReadSettings readSettings;

    ConfigController(ReadSettings readSettings) {
        this.readSettings = readSettings;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            description = "The section; the ETag is its version.",
            content = @Content(schema = @Schema(implementation = SectionBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> show(HttpRequest<?> request, String section) {
        return name(section)
                .flatMap(this::read)
                .<HttpResponse<?>>map(SectionBody::answer)
                .orElseGet(() -> Problem.answer(request, ProblemCode.NOT_FOUND));
    }

    @Cached(KEY)
    Optional<SectionBody> read(SectionName section) {
        return switch (readSettings.handle(new ReadSettings.Command(section))) {
            case ReadSettings.Result.Found(Section found) -> Optional.of(SectionBody.of(found));
            case ReadSettings.Result.NotFound() -> Optional.empty();
        };
    }

    /** What is no name is the name of nothing. */
    private static Optional<SectionName> name(String section) {
        try {
            return Optional.of(new SectionName(section));
        } catch (InvalidValue noName) {
            return Optional.empty();
        }
    }
}
