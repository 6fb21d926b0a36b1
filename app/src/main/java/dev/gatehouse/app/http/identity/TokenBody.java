package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

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

    static HttpResponse<TokenBody> answer(HttpStatus status, SignedIn signedIn) {
        return HttpResponse.<TokenBody>status(status)
                .body(new TokenBody(
                        UserBody.of(signedIn.user()),
                        SessionBody.current(signedIn.session()),
                        signedIn.accessToken().text(),
                        "Bearer",
                        signedIn.accessLife().toSeconds(),
                        signedIn.refreshToken(),
                        signedIn.refreshLife().toSeconds()));
    }

    @Override
    public String toString() {
        return "TokenBody[…]";
    }
}
