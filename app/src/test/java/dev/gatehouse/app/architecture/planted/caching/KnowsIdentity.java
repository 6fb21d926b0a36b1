package dev.gatehouse.app.architecture.planted.caching;

import dev.gatehouse.identity.model.UserId;

/** Breaks rule 1: caching knows no other module. */
public record KnowsIdentity(UserId user) {}
