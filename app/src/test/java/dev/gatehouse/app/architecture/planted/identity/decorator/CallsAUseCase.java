package dev.gatehouse.app.architecture.planted.identity.decorator;

import dev.gatehouse.identity.LogIn;

/** Breaks the order of layers: a decorator knows no use case. */
public record CallsAUseCase(LogIn logIn) {}
