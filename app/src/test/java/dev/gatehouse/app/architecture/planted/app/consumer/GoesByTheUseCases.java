package dev.gatehouse.app.architecture.planted.app.consumer;

import dev.gatehouse.identity.port.CachedUsers;

/** Breaks rule 6: a consumer calls use cases, not ports. */
public record GoesByTheUseCases(CachedUsers cached) {}
