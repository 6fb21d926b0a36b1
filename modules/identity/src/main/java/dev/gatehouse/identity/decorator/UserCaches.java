package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.Generations;
import dev.gatehouse.caching.ThroughCache;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.function.Predicate;

/**
 * What {@link UserCacheRepository} keeps users in.
 *
 * @param pages of the list of all users, by its number
 * @param near whether a look at the user under a key costs no round trip
 */
public record UserCaches(
        ThroughCache<User> users,
        ThroughCache<UserId> idsByEmail,
        ThroughCache<IdPage> pages,
        Generations lists,
        Predicate<String> near) {}
