package dev.gatehouse.app.architecture.planted.identity.port;

/** Breaks rule 10: a port without a contract. */
public interface IUncheckedRepository {}
