package dev.gatehouse.app.http.vehicle;

import dev.gatehouse.app.http.page.PageQuery;
import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.ListVehicles;
import dev.gatehouse.vehicle.model.VehicleId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which vehicles are asked for: {@code ?ownerId=&limit=&after=}, each of which may be absent. */
record VehicleListQuery(
        @Nullable String ownerId,
        @Nullable String limit,
        @Nullable String after) {

    ListVehicles.Command command(Caller caller) {
        var input = new Input();
        var readOwner = input.optional("/ownerId", ownerId, VehicleListQuery::readOwner);
        var readLimit = PageQuery.limit(input, limit);
        var readAfter = PageQuery.after(input, after);
        input.check();
        UUID cursor = readAfter.orNull();
        return new ListVehicles.Command(
                caller, readOwner.orNull(), cursor == null ? null : new VehicleId(cursor), readLimit.get());
    }

    private static UserId readOwner(String text) {
        try {
            return new UserId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new InvalidValue("invalid-owner-id", "An owner's id is the id of a user.");
        }
    }
}
