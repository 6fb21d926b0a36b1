package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.time.Duration;

/**
 * The answer to registering, logging in and refreshing (RFC 6749, section 5.1).
 *
 * @param expiresIn seconds
 * @param refreshExpiresIn seconds
 */
record TokenBody(
        UserBody user,
        SessionBody session,
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn) {

    static HttpResponse<TokenBody> answer(HttpStatus status, SignedIn signedIn, AvatarUrls avatars) {
        return HttpResponse.<TokenBody>status(status)
                .body(new TokenBody(
                        UserBody.of(signedIn.user(), avatars),
                        SessionBody.current(signedIn.session()),
                        signedIn.accessToken().text(),
                        "Bearer",
                        seconds(signedIn.accessLife()),
                        signedIn.refreshToken(),
                        seconds(signedIn.refreshLife())));
    }

    /** Rounded up: the moments since the token was made are no reason to promise a second less. */
    private static long seconds(Duration life) {
        return life.plusMillis(999).toSeconds();
    }

    @Override
    public String toString() {
        return "TokenBody[…]";
    }
}
