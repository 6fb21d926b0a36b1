package dev.gatehouse.identity.port;

/** Counts what became of questions to a list of known passwords that may be away. Never fails, and costs no round trip. */
public interface KnownPasswordsMeter {

    /** What became of a question. */
    enum Count {
        KNOWN,
        UNKNOWN,
        /** Nobody answered, and the password was taken as it was. */
        UNANSWERED
    }

    void count(Count what);
}
