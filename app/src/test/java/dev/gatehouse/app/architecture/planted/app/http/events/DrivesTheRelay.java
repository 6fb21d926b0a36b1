package dev.gatehouse.app.architecture.planted.app.http.events;

import dev.gatehouse.events.EventRelay;

/** Breaks rule 6: not every class beside the ports is a use case. */
public record DrivesTheRelay(EventRelay relay) {}
