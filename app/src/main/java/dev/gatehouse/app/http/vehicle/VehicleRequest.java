package dev.gatehouse.app.http.vehicle;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.vehicle.model.LicensePlate;
import dev.gatehouse.vehicle.model.Make;
import dev.gatehouse.vehicle.model.ModelName;
import dev.gatehouse.vehicle.model.ModelYear;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.Vin;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/vehicles} and {@code PUT /api/vehicles/{id}}: the whole of what may be said of one. */
@Schema(requiredProperties = {"vin", "make", "model", "year", "licensePlate"})
record VehicleRequest(
        @Nullable String vin,
        @Nullable String make,
        @Nullable String model,
        @Nullable Integer year,
        @Nullable String licensePlate) {

    VehicleDetails details() {
        var input = new Input();
        var readVin = input.required("/vin", vin, Vin::of);
        var readMake = input.required("/make", make, Make::of);
        var readModel = input.required("/model", model, ModelName::of);
        var readYear = input.required("/year", year, ModelYear::of);
        var readPlate = input.required("/licensePlate", licensePlate, LicensePlate::of);
        input.check();
        return new VehicleDetails(readVin.get(), readMake.get(), readModel.get(), readYear.get(), readPlate.get());
    }
}
