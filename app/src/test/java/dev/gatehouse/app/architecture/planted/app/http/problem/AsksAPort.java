package dev.gatehouse.app.architecture.planted.app.http.problem;

import dev.gatehouse.identity.port.SessionStore;

/** Breaks rule 6: http.problem may know what ports throw, not the ports. */
public record AsksAPort(SessionStore sessions) {}
