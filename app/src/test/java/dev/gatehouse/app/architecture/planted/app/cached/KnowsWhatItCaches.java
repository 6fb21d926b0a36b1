package dev.gatehouse.app.architecture.planted.app.cached;

import dev.gatehouse.identity.model.User;

/** Breaks rule 6: what is behind the annotations knows none of those who carry them. */
public record KnowsWhatItCaches(User user) {}
