package dev.gatehouse.ratelimit;

/**
 * What one count is about: what a subject does at one place.
 *
 * @param endpoint method and route template, as {@code GET_/api/users/{id}}, or the name of a policy that counts several
 *     of them together; 1 to 256 characters
 */
public record LimitKey(Subject subject, String endpoint) {

    private static final int LONGEST = 256;

    public LimitKey {
        if (endpoint.isEmpty() || endpoint.length() > LONGEST) {
            throw new IllegalArgumentException("an endpoint of 1 to 256 characters");
        }
    }
}
