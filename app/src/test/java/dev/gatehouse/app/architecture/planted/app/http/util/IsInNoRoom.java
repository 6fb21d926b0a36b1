package dev.gatehouse.app.architecture.planted.app.http.util;

/** Breaks rule 17: http has no such room. */
public final class IsInNoRoom {}
