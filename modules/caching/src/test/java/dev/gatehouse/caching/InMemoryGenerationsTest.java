package dev.gatehouse.caching;

final class InMemoryGenerationsTest implements GenerationsContract {

    private final InMemoryGenerations generations = new InMemoryGenerations();

    @Override
    public Generations generations() {
        return generations;
    }
}
