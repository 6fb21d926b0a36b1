package dev.gatehouse.app.architecture.planted.app.adapter.redis;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.identity.RotateSigningKeys;

/** Breaks rule 7: nothing calls up, an adapter no use case. */
public record RedisEventLog(RotateSigningKeys useCase) implements EventLog {

    @Override
    public void append(Event event) {
        useCase.handle(new RotateSigningKeys.Command());
    }
}
