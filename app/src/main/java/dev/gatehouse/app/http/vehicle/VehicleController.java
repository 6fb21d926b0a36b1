package dev.gatehouse.app.http.vehicle;

import dev.gatehouse.app.http.identity.EntityTag;
import dev.gatehouse.app.http.page.PathId;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.vehicle.ReadVehicle;
import dev.gatehouse.vehicle.RemoveVehicle;
import dev.gatehouse.vehicle.UpdateVehicle;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import org.jspecify.annotations.Nullable;

/** Shows, changes and removes a vehicle. To those whose it is not it is not there. */
@Controller("/api/vehicles/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class VehicleController {

    private final ReadVehicle readVehicle;
    private final UpdateVehicle updateVehicle;
    private final RemoveVehicle removeVehicle;

    VehicleController(ReadVehicle readVehicle, UpdateVehicle updateVehicle, RemoveVehicle removeVehicle) {
        this.readVehicle = readVehicle;
        this.updateVehicle = updateVehicle;
        this.removeVehicle = removeVehicle;
    }

    @Get
    @ApiResponse(
            responseCode = "200",
            description = "The vehicle; the ETag is its version.",
            content = @Content(schema = @Schema(implementation = VehicleBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> read(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String id) {
        return switch (readVehicle.handle(new ReadVehicle.Command(caller, new VehicleId(PathId.of(id))))) {
            case ReadVehicle.Result.Found(Vehicle vehicle) -> VehicleBody.answer(vehicle);
            case ReadVehicle.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    @Put
    @ApiResponse(
            responseCode = "200",
            description = "The vehicle as it is now.",
            content = @Content(schema = @Schema(implementation = VehicleBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "vin-taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "version-mismatch",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> update(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String id,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Body VehicleRequest body) {
        var command = new UpdateVehicle.Command(
                caller, new VehicleId(PathId.of(id)), body.details(), EntityTag.version(ifMatch));
        return switch (updateVehicle.handle(command)) {
            case UpdateVehicle.Result.Updated(Vehicle vehicle) -> VehicleBody.answer(vehicle);
            case UpdateVehicle.Result.VersionMismatch(Vehicle current) ->
                Problem.answer(request, ProblemCode.VERSION_MISMATCH)
                        .header(HttpHeaders.ETAG, EntityTag.of(current.version()));
            case UpdateVehicle.Result.VinIsTaken() -> Problem.answer(request, ProblemCode.VIN_TAKEN);
            case UpdateVehicle.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    @Delete
    @ApiResponse(responseCode = "204", description = "The vehicle is gone.")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> remove(HttpRequest<?> request, @Parameter(hidden = true) Caller caller, String id) {
        return switch (removeVehicle.handle(new RemoveVehicle.Command(caller, new VehicleId(PathId.of(id))))) {
            case RemoveVehicle.Result.Removed() -> HttpResponse.noContent();
            case RemoveVehicle.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }
}
