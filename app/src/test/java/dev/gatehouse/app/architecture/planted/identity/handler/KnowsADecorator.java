package dev.gatehouse.app.architecture.planted.identity.handler;

import dev.gatehouse.identity.decorator.UserCacheRepository;

/** Breaks the order of layers: a handler knows ports, not who decorates them. */
public record KnowsADecorator(UserCacheRepository users) {}
