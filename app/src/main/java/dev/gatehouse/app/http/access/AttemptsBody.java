package dev.gatehouse.app.http.access;

import dev.gatehouse.identity.model.AttemptState;

/**
 * What is left of the attempts at the password.
 *
 * @param devices {@code known}, which have signed in before, or {@code others}
 * @param limit that may fail within the window of the lockout
 * @param locks that count towards how long the next one is
 * @param lockedFor 0 when it is not locked
 */
record AttemptsBody(String devices, int limit, int left, int locks, long lockedFor) {

    static AttemptsBody of(AttemptState state) {
        return new AttemptsBody(
                UserAccessBody.word(state.devices()),
                state.most(),
                state.left(),
                state.locks(),
                UserAccessBody.seconds(state.lockedFor()));
    }
}
