package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.AccessToken;
import dev.gatehouse.identity.model.PublicKeyInfo;
import java.util.List;

/**
 * Makes and reads signed access tokens: JWT (RFC 7519) of type {@code at+jwt} (RFC 9068), ES256 only.
 *
 * <p>Reading answers whether the token is authentic and in time, not whether its session lives. No call waits for the
 * network, but for the first of a minute, which may read the keys.
 */
public interface AccessTokens {

    /** What a text turned out to be. */
    sealed interface Reading {
        record Valid(AccessClaims claims) implements Reading {}

        /**
         * @param reason for the log; never tell it to whoever sent the text
         */
        record Invalid(String reason) implements Reading {}
    }

    /** Signs a token with the current key. Times are cut to seconds. */
    AccessToken issue(AccessClaims claims);

    /** Reads a text of any form and length; valid only in the one spelling that was issued. */
    Reading read(String text);

    /** The public halves of all keys whose tokens may be about, or soon will be. */
    List<PublicKeyInfo> publicKeys();
}
