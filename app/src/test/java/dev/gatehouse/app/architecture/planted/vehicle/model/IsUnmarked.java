package dev.gatehouse.app.architecture.planted.vehicle.model;

/** Breaks rule 13: its package says nothing of null. */
public final class IsUnmarked {}
