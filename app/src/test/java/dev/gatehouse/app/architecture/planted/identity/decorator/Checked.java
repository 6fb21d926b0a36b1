package dev.gatehouse.app.architecture.planted.identity.decorator;

import dev.gatehouse.app.architecture.planted.identity.port.CheckedStore;

/** Breaks no rule: its test runs the contract. */
public final class Checked implements CheckedStore {}
