package dev.gatehouse.app.architecture.planted.caching;

/** Breaks rule 11, which holds for use cases that stand beside ports, too: it has no result. */
public final class IsNoUseCaseBesidePorts {

    public record Command() {}

    public void handle(Command command) {}
}
