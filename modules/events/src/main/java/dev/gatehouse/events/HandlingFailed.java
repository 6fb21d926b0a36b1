package dev.gatehouse.events;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A handler threw, or took too long. The reason is fit for dead letters: of what was thrown it has nothing but names. */
final class HandlingFailed extends Exception {

    private static final int MOST_CAUSES = 4;

    private final String reason;

    HandlingFailed(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    static HandlingFailed by(ExecutionException failure) {
        String names = Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(", caused by "));
        return new HandlingFailed(names, failure);
    }

    String reason() {
        return reason;
    }
}
