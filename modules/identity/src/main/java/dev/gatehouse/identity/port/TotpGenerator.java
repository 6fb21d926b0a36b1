package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.OneTimeCode;
import dev.gatehouse.identity.model.TotpSecret;

/** Makes the codes that an authenticator app shows (RFC 6238, with HMAC-SHA-1 and six digits). No call waits. */
public interface TotpGenerator {

    /**
     * The code of a step.
     *
     * @param step 0 or later
     */
    OneTimeCode code(TotpSecret secret, long step);
}
