package dev.gatehouse.app.architecture.planted.app.http.problem;

import dev.gatehouse.identity.port.StoreUnavailable;

/** Breaks no rule: here outages become answers. */
public record TranslatesAnOutage(StoreUnavailable outage) {}
