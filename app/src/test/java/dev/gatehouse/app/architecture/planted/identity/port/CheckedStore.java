package dev.gatehouse.app.architecture.planted.identity.port;

/** Breaks no rule: a port with a contract. */
public interface CheckedStore {}
