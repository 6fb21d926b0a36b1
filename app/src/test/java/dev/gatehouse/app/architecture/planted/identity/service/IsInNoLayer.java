package dev.gatehouse.app.architecture.planted.identity.service;

/** Breaks rule 17: there is no such layer. */
public final class IsInNoLayer {}
