package dev.gatehouse.vehicle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which vehicles are on a page, in the order of their ids.
 *
 * @param next what to go on after; null when this is the last page
 */
public record VehiclePage(List<VehicleId> ids, @Nullable VehicleId next) {

    public VehiclePage {
        ids = List.copyOf(ids);
    }

    /**
     * Cuts a page off what was found.
     *
     * @param found one more than the page takes, where there are so many
     */
    public static VehiclePage of(List<VehicleId> found, int limit) {
        if (found.size() <= limit) {
            return new VehiclePage(found, null);
        }
        List<VehicleId> page = found.subList(0, limit);
        return new VehiclePage(page, page.getLast());
    }
}
