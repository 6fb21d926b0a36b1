package dev.gatehouse.app.architecture.planted.app.schedule;

import dev.gatehouse.app.adapter.postgres.PostgresEventLog;

/** Breaks rule 6: a timer calls use cases, not adapters. */
public record CallsAnAdapter(PostgresEventLog log) {}
