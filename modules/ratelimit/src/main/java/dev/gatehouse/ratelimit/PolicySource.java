package dev.gatehouse.ratelimit;

/** Where policies are written down. */
public interface PolicySource {

    /** What was found. */
    sealed interface Reading {
        /** The same as the last time, be it right or wrong. */
        record Unchanged() implements Reading {}

        record Read(Policies policies) implements Reading {}

        /**
         * No policies, as a whole.
         *
         * @param reason where, with the line, and why
         */
        record Wrong(String reason) implements Reading {}
    }

    /** Reads what is written there now. Never an exception: what cannot be read is wrong. No round trip. */
    Reading read();
}
