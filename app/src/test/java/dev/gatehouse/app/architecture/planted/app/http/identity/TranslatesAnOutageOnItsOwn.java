package dev.gatehouse.app.architecture.planted.app.http.identity;

import dev.gatehouse.identity.port.StoreUnavailable;

/** Breaks rule 6: which answer an outage is, is for http.problem alone to say. */
public final class TranslatesAnOutageOnItsOwn {

    /** Names the exception in a pattern and nowhere else. */
    public int status(RuntimeException failure) {
        return switch (failure) {
            case StoreUnavailable _ -> 503;
            default -> 500;
        };
    }
}
