package dev.gatehouse.events;

import dev.gatehouse.events.EventHandler.Stage;

final class RecordingHandlerTest implements EventHandlerContract {

    @Override
    public EventHandler handler() {
        return new RecordingHandler("recording", Stage.THEN, event().type());
    }

    @Override
    public Event event() {
        return Events.made();
    }
}
