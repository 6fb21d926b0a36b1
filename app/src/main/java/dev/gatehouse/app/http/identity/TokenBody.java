package dev.gatehouse.app.http.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.identity.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer to registering, logging in and refreshing (RFC 6749, section 5.1).
 *
 * @param expiresIn seconds
 * @param refreshExpiresIn seconds
 * @param deviceTrust what a device keeps that is to need no second factor for a while; absent where it was not asked for
 */
record TokenBody(
        UserBody user,
        SessionBody session,
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String deviceTrust) {

    static HttpResponse<TokenBody> answer(HttpStatus status, SignedIn signedIn, AvatarUrls avatars) {
        return answer(status, signedIn, null, avatars);
    }

    /** The answer to the second half of a log-in. */
    static HttpResponse<TokenBody> answer(SignedIn signedIn, @Nullable String deviceTrust, AvatarUrls avatars) {
        return answer(HttpStatus.OK, signedIn, deviceTrust, avatars);
    }

    private static HttpResponse<TokenBody> answer(
            HttpStatus status, SignedIn signedIn, @Nullable String deviceTrust, AvatarUrls avatars) {
        return HttpResponse.<TokenBody>status(status)
                .body(new TokenBody(
                        UserBody.of(signedIn.user(), avatars),
                        SessionBody.current(signedIn.session()),
                        signedIn.accessToken().text(),
                        "Bearer",
                        seconds(signedIn.accessLife()),
                        signedIn.refreshToken(),
                        seconds(signedIn.refreshLife()),
                        deviceTrust));
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
