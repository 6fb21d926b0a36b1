package dev.gatehouse.app.architecture.planted.app.wiring;

import dev.gatehouse.devservices.PostgresServer;

/** Breaks rule 1: what production runs knows nothing of devservices. */
public record KnowsDevservices(PostgresServer server) {}
