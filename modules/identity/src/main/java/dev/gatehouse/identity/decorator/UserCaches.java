package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.ThroughCache;
import dev.gatehouse.caching.ThroughList;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What {@link UserCacheRepository} keeps users in.
 *
 * @param near whether a look at the user under a key costs no round trip
 * @param nearCount for how many that is so, about
 */
public record UserCaches(
        ThroughCache<User> users,
        ThroughCache<UserId> idsByEmail,
        ThroughList pages,
        Predicate<String> near,
        LongSupplier nearCount) {}
