package dev.gatehouse.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.ListVehicles.Command;
import dev.gatehouse.vehicle.ListVehicles.Result;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ListVehiclesTest {

    private final InMemoryVehicles house = new InMemoryVehicles();
    private final List<Vehicle> own = house.stored(house.owner.id(), 3);
    private final List<Vehicle> strangers = house.stored(house.stranger.user(), 2);

    private Result list(Caller caller, @Nullable UserId owner, @Nullable VehicleId after, int limit) {
        return house.list.handle(new Command(caller, owner, after, limit));
    }

    private Result list(Caller caller, @Nullable UserId owner) {
        return list(caller, owner, null, 50);
    }

    @Test
    void everybodySeesTheirOwn() {
        assertThat(list(house.caller, null)).isEqualTo(new Result.Page(own, null));
        assertThat(list(house.caller, house.owner.id())).isEqualTo(new Result.Page(own, null));
        assertThat(list(house.stranger, null)).isEqualTo(new Result.Page(strangers, null));
    }

    @Test
    void administratorsSeeAllOrThoseOfOneOwner() {
        var all = (Result.Page) list(house.administrator, null);
        assertThat(all.vehicles()).containsAll(own).containsAll(strangers).hasSize(5);
        assertThat(list(house.administrator, house.owner.id())).isEqualTo(new Result.Page(own, null));
        assertThat(list(house.administrator, Samples.userId())).isEqualTo(new Result.Page(List.of(), null));
    }

    @Test
    void anotherOwnerIsAsOneWhoIsNotThere() {
        assertThat(list(house.caller, house.stranger.user()))
                .isEqualTo(list(house.caller, Samples.userId()))
                .isEqualTo(new Result.NotFound());
    }

    @Test
    void pagesFollowEachOther() {
        VehicleId second = own.get(1).id();
        assertThat(list(house.caller, null, null, 2)).isEqualTo(new Result.Page(own.subList(0, 2), second));
        assertThat(list(house.caller, null, second, 2)).isEqualTo(new Result.Page(own.subList(2, 3), null));
    }
}
