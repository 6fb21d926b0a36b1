package dev.gatehouse.caching;

import java.util.List;
import java.util.UUID;

/**
 * A page of a list by the ids of its rows alone, which stays right however the rows change.
 *
 * @param hasNext whether the list goes on after the last of them
 */
public record IdPage(List<UUID> ids, boolean hasNext) {

    public IdPage {
        ids = List.copyOf(ids);
    }
}
