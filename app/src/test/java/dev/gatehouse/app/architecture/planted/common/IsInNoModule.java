package dev.gatehouse.app.architecture.planted.common;

/** Breaks rule 17: there is no such module. */
public final class IsInNoModule {}
