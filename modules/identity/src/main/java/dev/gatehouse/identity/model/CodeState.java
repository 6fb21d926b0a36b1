package dev.gatehouse.identity.model;

/** Where a user's codes go, and what is left there. */
public record CodeState(Destination destination, CodeAllowance allowance) {}
