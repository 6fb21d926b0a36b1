package dev.gatehouse.app.adapter.jwt;

/** A text is no token of ours. The message is for the log, and never holds any of the text. */
final class InvalidToken extends Exception {

    InvalidToken(String reason) {
        // Whoever sends rubbish must not make us walk the stack for it.
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
