package dev.gatehouse.app.architecture.planted.app.wiring;

import org.assertj.core.api.SoftAssertions;

/** Breaks rule 8: this library is in no line of the table. */
public record KnowsAStranger(SoftAssertions library) {}
