package dev.gatehouse.app.architecture.planted.app.schedule;

/** Breaks rule 14: no port. */
public interface ITimer {}
