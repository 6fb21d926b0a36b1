package dev.gatehouse.app.architecture.planted.identity.model;

import dev.gatehouse.identity.model.Password;

/** Breaks rule 15: a component's type is secret. */
public record HasAPasswordInIt(Password value) {}
