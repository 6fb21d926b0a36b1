package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.TotpSecret;

/** Makes what nobody can foresee, from a secure source of randomness, and nothing twice. No call waits. */
public interface SecondFactorSecrets {

    TotpSecret nextSecret();

    RecoveryCode nextRecoveryCode();
}
