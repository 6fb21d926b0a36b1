package dev.gatehouse.identity.model;

/** Who makes a request: a user, through a session that lives, with the role they have now. */
public record Caller(UserId user, SessionId session, Role role) {}
