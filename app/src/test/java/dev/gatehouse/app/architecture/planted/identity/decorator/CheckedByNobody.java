package dev.gatehouse.app.architecture.planted.identity.decorator;

import dev.gatehouse.app.architecture.planted.identity.port.CheckedStore;

/** Breaks rule 10: no test runs the contract on it. */
public final class CheckedByNobody implements CheckedStore {}
