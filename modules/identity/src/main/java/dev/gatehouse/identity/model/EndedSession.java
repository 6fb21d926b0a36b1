package dev.gatehouse.identity.model;

/** A session that ended before its time, and whose it was. */
public record EndedSession(UserId user, SessionId session) {}
