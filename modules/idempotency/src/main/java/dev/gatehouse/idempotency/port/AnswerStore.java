package dev.gatehouse.idempotency.port;

import dev.gatehouse.idempotency.model.Answer;
import dev.gatehouse.idempotency.model.NamedRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The answers to named requests, each as long as was said when it was begun.
 *
 * <p>Every method may throw {@link AnswerStoreUnavailable}. All of them take part in the caller's unit of work, which is
 * also the one that does what the request asks: either both are there afterwards, or neither.
 */
public interface AnswerStore {

    /**
     * What a request was answered with.
     *
     * @param fingerprint of what was asked
     */
    record Kept(String fingerprint, Answer answer) {}

    /**
     * Begins a request, unless it was answered: then it returns how. Empty when the caller is the one to do it; nobody
     * else is until the unit of work ends. Where another unit of work has begun it, this waits for the end of that, for
     * as long as the store lets anybody wait. Cost: one round trip, or two for what was answered.
     *
     * @param fingerprint of what is asked
     * @param life of the answer
     */
    Optional<Kept> begin(NamedRequest request, String fingerprint, Duration life);

    /** Keeps the answer to a request that was begun in this unit of work. Cost: one round trip. */
    void keep(NamedRequest request, Answer answer);
}
