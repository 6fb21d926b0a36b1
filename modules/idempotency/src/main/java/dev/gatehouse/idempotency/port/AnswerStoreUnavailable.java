package dev.gatehouse.idempotency.port;

/** The store of answers did not answer; what was asked may or may not have happened. */
public final class AnswerStoreUnavailable extends RuntimeException {

    public AnswerStoreUnavailable(Throwable cause) {
        super("the store of answers is unavailable", cause);
    }
}
