package dev.gatehouse.app.http.vehicle;

import dev.gatehouse.app.http.idempotency.IdempotentRequests;
import dev.gatehouse.app.http.page.PathId;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.vehicle.AddVehicle;
import dev.gatehouse.vehicle.ListVehicles;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists vehicles and adds them. */
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class VehiclesController {

    private final ListVehicles listVehicles;
    private final AddVehicle addVehicle;
    private final IdempotentRequests idempotent;

    VehiclesController(ListVehicles listVehicles, AddVehicle addVehicle, IdempotentRequests idempotent) {
        this.listVehicles = listVehicles;
        this.addVehicle = addVehicle;
        this.idempotent = idempotent;
    }

    @Get("/vehicles")
    @ApiResponse(
            responseCode = "200",
            description = "A page of one's own, or for administrators of all; the longest there first.",
            content = @Content(schema = @Schema(implementation = VehiclePageBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found: another owner than oneself",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> list(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable String ownerId,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String after) {
        return list(request, new VehicleListQuery(ownerId, limit, after).command(caller));
    }

    @Get("/users/{id}/vehicles")
    @ApiResponse(
            responseCode = "200",
            description = "A page of that user's; the longest there first.",
            content = @Content(schema = @Schema(implementation = VehiclePageBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> listOf(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String id,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String after) {
        return list(request, new VehicleListQuery(PathId.of(id).toString(), limit, after).command(caller));
    }

    private HttpResponse<?> list(HttpRequest<?> request, ListVehicles.Command command) {
        return switch (listVehicles.handle(command)) {
            case ListVehicles.Result.Page(List<Vehicle> vehicles, @Nullable VehicleId next) ->
                HttpResponse.ok(VehiclePageBody.of(vehicles, next));
            case ListVehicles.Result.NotFound() -> Problem.answer(request, ProblemCode.NOT_FOUND);
        };
    }

    @Post("/vehicles")
    @ApiResponse(
            responseCode = "201",
            description = "The vehicle; the ETag is its version.",
            content = @Content(schema = @Schema(implementation = VehicleBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "vin-taken, too-many-vehicles",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "idempotency-key-reused",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> add(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentRequests.HEADER) @Nullable String key,
            @Body VehicleRequest body) {
        return idempotent.answer(request, caller, key, body, () -> add(request, caller, body));
    }

    private HttpResponse<?> add(HttpRequest<?> request, Caller caller, VehicleRequest body) {
        return switch (addVehicle.handle(new AddVehicle.Command(caller.user(), body.details()))) {
            case AddVehicle.Result.Added(Vehicle vehicle) -> VehicleBody.created(vehicle);
            case AddVehicle.Result.VinIsTaken() -> Problem.answer(request, ProblemCode.VIN_TAKEN);
            case AddVehicle.Result.TooMany() -> Problem.answer(request, ProblemCode.TOO_MANY_VEHICLES);
            case AddVehicle.Result.Gone() -> Problem.answer(request, ProblemCode.UNAUTHENTICATED);
        };
    }
}
