package dev.gatehouse.app.architecture.planted.app.http.events;

import dev.gatehouse.events.EventLog;

/** Breaks rule 6: beside the ports there are use cases, and a controller calls those. */
public record HoldsAPortOfAFlatModule(EventLog events) {}
