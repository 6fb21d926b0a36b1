package dev.gatehouse.events;

/**
 * Something that is done about events of certain types: the relay hands it each of them, one subject's in their order.
 *
 * <p>An event may come twice, with the same id: after a crash, or when somebody sends a dead letter on its way again.
 */
public interface EventHandler {

    /** When an event reaches a handler. */
    enum Stage {
        /** Before any handler of the other stage sees the event. For what must hold when others look back. */
        FIRST,
        THEN
    }

    /** What it is remembered by across restarts, for example {@code welcome-mail}; 1 to 64 of a to z, digits and -. */
    String name();

    /** Whether events of a type are for it; the same answer for as long as it runs. */
    boolean handles(String type);

    default Stage stage() {
        return Stage.THEN;
    }

    /**
     * Does what is to be done about one event, outside of any unit of work, and returns within five seconds.
     *
     * <p>What it throws counts against the event: it is tried again later, and after the fifth time it is a dead letter.
     */
    Handled handle(Event event);
}
