package dev.gatehouse.app.architecture.planted.identity.model;

/** Breaks rule 15: a component's name says that it is secret. */
public record HasATokenInIt(String refreshToken) {}
