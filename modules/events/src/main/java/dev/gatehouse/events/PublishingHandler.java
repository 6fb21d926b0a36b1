package dev.gatehouse.events;

/** Passes every event on to the world outside. */
public final class PublishingHandler implements EventHandler {

    private final EventPublisher publisher;

    public PublishingHandler(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "publisher";
    }

    @Override
    public boolean handles(String type) {
        return true;
    }

    @Override
    public Handled handle(Event event) {
        try {
            return switch (publisher.publish(event)) {
                case Published.Taken() -> new Handled.Done();
                case Published.Refused(String reason) -> new Handled.Refused(reason);
            };
        } catch (EventPublisherUnavailable down) {
            return new Handled.Later(String.valueOf(down.getMessage()));
        }
    }
}
