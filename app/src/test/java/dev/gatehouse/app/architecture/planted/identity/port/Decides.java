package dev.gatehouse.app.architecture.planted.identity.port;

/** Breaks rule 4: a class has no place among ports. */
public final class Decides {}
