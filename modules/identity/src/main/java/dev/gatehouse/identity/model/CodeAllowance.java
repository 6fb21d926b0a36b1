package dev.gatehouse.identity.model;

import java.time.Duration;

/**
 * What a {@link CodePolicy} leaves a destination at present.
 *
 * @param nextIn when there may be another challenge; zero when there may be one now
 * @param triesLeft at all challenges of a day, if they are wrong
 */
public record CodeAllowance(Duration nextIn, int triesLeft) {}
