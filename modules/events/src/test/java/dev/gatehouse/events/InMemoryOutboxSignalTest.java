package dev.gatehouse.events;

final class InMemoryOutboxSignalTest implements OutboxSignalContract {

    private final InMemoryOutboxSignal signal = new InMemoryOutboxSignal();

    @Override
    public OutboxSignal signal() {
        return signal;
    }

    @Override
    public void append() {
        signal.ring();
    }
}
