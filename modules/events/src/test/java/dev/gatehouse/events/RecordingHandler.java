package dev.gatehouse.events;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Notes every event it is given, and then does as it is told: nothing, unless told otherwise. */
public final class RecordingHandler implements EventHandler {

    private final String name;
    private final Stage stage;
    private final Set<String> types;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile Function<Event, Handled> behaviour = event -> new Handled.Done();

    public RecordingHandler(String name, Stage stage, String... types) {
        this.name = name;
        this.stage = stage;
        this.types = Set.of(types);
    }

    /** From now on this decides what becomes of an event. */
    public RecordingHandler doing(Function<Event, Handled> newBehaviour) {
        behaviour = newBehaviour;
        return this;
    }

    /** What it was given so far, in that order. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean handles(String type) {
        return types.contains(type);
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public Handled handle(Event event) {
        events.add(event);
        return behaviour.apply(event);
    }
}
