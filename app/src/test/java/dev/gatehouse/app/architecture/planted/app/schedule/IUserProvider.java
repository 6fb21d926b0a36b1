package dev.gatehouse.app.architecture.planted.app.schedule;

/** Breaks rule 14: named like a port, but none. */
public interface IUserProvider {}
