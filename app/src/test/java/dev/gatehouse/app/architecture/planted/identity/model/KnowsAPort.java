package dev.gatehouse.app.architecture.planted.identity.model;

import dev.gatehouse.identity.port.SessionStore;

/** Breaks rule 3: a model asks nobody. */
public record KnowsAPort(SessionStore sessions) {}
