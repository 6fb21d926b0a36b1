package dev.gatehouse.events;

/**
 * Lets a handler whose effect is in the database of the unit of work see each event once. The effect and the mark that
 * it happened commit together; unless the handler is done, neither does.
 */
public final class OnceHandler implements EventHandler {

    /** Rolls the unit back and carries out of it what the handler said. */
    private static final class NotDone extends RuntimeException {

        private final transient Handled handled;

        NotDone(Handled handled) {
            super("rolled back, for it is not done", null, false, false);
            this.handled = handled;
        }
    }

    private final EventHandler handler;
    private final Inbox inbox;
    private final UnitOfWork work;

    /**
     * @param handler is called inside a unit of work, and does nothing that cannot be rolled back
     */
    public OnceHandler(EventHandler handler, Inbox inbox, UnitOfWork work) {
        this.handler = handler;
        this.inbox = inbox;
        this.work = work;
    }

    @Override
    public String name() {
        return handler.name();
    }

    @Override
    public boolean handles(String type) {
        return handler.handles(type);
    }

    @Override
    public Stage stage() {
        return handler.stage();
    }

    @Override
    public Handled handle(Event event) {
        try {
            return work.run(() -> inbox.claim(name(), event.id()) ? demandDone(event) : new Handled.Done());
        } catch (NotDone rolledBack) {
            return rolledBack.handled;
        } catch (UnitOfWorkUnavailable down) {
            return new Handled.Later("the database is down");
        }
    }

    private Handled demandDone(Event event) {
        Handled handled = handler.handle(event);
        if (handled instanceof Handled.Done) {
            return handled;
        }
        throw new NotDone(handled);
    }
}
