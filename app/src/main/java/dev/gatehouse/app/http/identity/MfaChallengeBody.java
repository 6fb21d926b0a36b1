package dev.gatehouse.app.http.identity;

import io.micronaut.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * The answer to a log-in that is half of one.
 *
 * @param mfaRequired always true
 * @param challengeId for {@code POST /api/auth/mfa/verify}; a secret
 * @param methods of which any one will do
 * @param expiresIn seconds
 */
record MfaChallengeBody(boolean mfaRequired, String challengeId, List<String> methods, long expiresIn) {

    private static final List<String> METHODS = List.of("totp", "recovery-code");

    static HttpResponse<MfaChallengeBody> answer(String challenge, Duration life) {
        return HttpResponse.ok(new MfaChallengeBody(true, challenge, METHODS, life.toSeconds()));
    }

    @Override
    public String toString() {
        return "MfaChallengeBody[…]";
    }
}
