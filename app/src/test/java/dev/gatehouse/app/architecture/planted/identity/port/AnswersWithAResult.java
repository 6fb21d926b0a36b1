package dev.gatehouse.app.architecture.planted.identity.port;

import dev.gatehouse.identity.LogIn;

/** Breaks rule 4: a port knows no use case. */
public record AnswersWithAResult(LogIn.Result result) {}
