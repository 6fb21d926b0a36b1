package dev.gatehouse.identity;

import dev.gatehouse.identity.model.AccessToken;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import java.time.Duration;

/**
 * A user with a session and its tokens, as a client gets them after registering, logging in and refreshing.
 *
 * @param refreshToken the text of the session's current refresh token
 */
public record SignedIn(
        User user,
        Session session,
        AccessToken accessToken,
        Duration accessLife,
        String refreshToken,
        Duration refreshLife) {

    @Override
    public String toString() {
        return "SignedIn[user=" + user.id() + ", session=" + session.id() + "]";
    }
}
