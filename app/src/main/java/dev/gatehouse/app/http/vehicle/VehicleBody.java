package dev.gatehouse.app.http.vehicle;

import dev.gatehouse.app.http.identity.EntityTag;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.Vin;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A vehicle as clients see it.
 *
 * @param warnings what was taken as it is, but may be a slip
 * @param version the same as the answer's ETag
 */
record VehicleBody(
        UUID id,
        UUID ownerId,
        String vin,
        String make,
        String model,
        int year,
        String licensePlate,
        List<Warning> warnings,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /**
     * A field that may be wrong, in the form of those that are.
     *
     * @param pointer a JSON pointer into the body (RFC 6901)
     */
    record Warning(String pointer, String code, String detail) {}

    private static final Warning CHECK_DIGIT = new Warning(
            "/vin",
            "vin-check-digit",
            "The ninth character is not the check digit that VINs from North America and China have: is the VIN right?");

    static MutableHttpResponse<VehicleBody> answer(Vehicle vehicle) {
        return HttpResponse.ok(of(vehicle)).header(HttpHeaders.ETAG, EntityTag.of(vehicle.version()));
    }

    static MutableHttpResponse<VehicleBody> created(Vehicle vehicle) {
        return HttpResponse.created(of(vehicle), URI.create("/api/vehicles/" + vehicle.id()))
                .header(HttpHeaders.ETAG, EntityTag.of(vehicle.version()));
    }

    static VehicleBody of(Vehicle vehicle) {
        VehicleDetails details = vehicle.details();
        return new VehicleBody(
                vehicle.id().value(),
                vehicle.owner().value(),
                details.vin().value(),
                details.make().value(),
                details.model().value(),
                details.year().value(),
                details.plate().value(),
                warnings(details.vin()),
                vehicle.createdAt(),
                vehicle.updatedAt(),
                vehicle.version());
    }

    private static List<Warning> warnings(Vin vin) {
        return vin.hasCheckDigit() ? List.of() : List.of(CHECK_DIGIT);
    }
}
