package dev.gatehouse.app.wiring;

import dev.gatehouse.events.EventRelay;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;

/** Starts the relay with the application; its factory stops it. */
@Singleton
final class RelayStart implements ApplicationEventListener<StartupEvent> {

    private final EventRelay relay;

    RelayStart(EventRelay relay) {
        this.relay = relay;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        relay.start();
    }
}
