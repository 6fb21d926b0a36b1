package dev.gatehouse.app.adapter.argon2;

/**
 * What one hash costs.
 *
 * @param memoryKib in KiB, 8 for each lane at least and 64 MiB at most
 * @param iterations 1 to 10
 * @param parallelism lanes, 1 to 4
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {

    /** The least that OWASP's password storage cheat sheet asks for. */
    public static final Argon2Cost RECOMMENDED = new Argon2Cost(19_456, 2, 1);

    private static final int MOST_MEMORY_KIB = 64 * 1024;
    private static final int MOST_ITERATIONS = 10;
    private static final int MOST_LANES = 4;

    public Argon2Cost {
        if (!isBounded(memoryKib, iterations, parallelism)) {
            throw new IllegalArgumentException(
                    "Argon2id with m=%d,t=%d,p=%d is out of bounds".formatted(memoryKib, iterations, parallelism));
        }
    }

    /** Whether a hash may cost as much; a stored one that asks for more is an attack on our memory. */
    static boolean isBounded(int memoryKib, int iterations, int parallelism) {
        return parallelism >= 1
                && parallelism <= MOST_LANES
                && iterations >= 1
                && iterations <= MOST_ITERATIONS
                && memoryKib >= 8 * parallelism
                && memoryKib <= MOST_MEMORY_KIB;
    }
}
