package dev.gatehouse.app.architecture.planted.identity.decorator;

import io.micronaut.http.HttpStatus;

/** Breaks rule 5: a module knows no framework. */
public record KnowsTheFramework(HttpStatus status) {}
