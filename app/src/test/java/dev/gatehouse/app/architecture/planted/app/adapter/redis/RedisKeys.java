package dev.gatehouse.app.architecture.planted.app.adapter.redis;

/** Breaks rule 9: it is no adapter, and no adapter is made of it, so nobody outside needs it. */
public final class RedisKeys {}
