package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.OneTimeCode;

/** Makes what nobody can foresee, from a secure source of randomness. No call waits. */
public interface OneTimeCodes {

    /** A code, each as likely as any other. */
    OneTimeCode nextCode();

    /** 128 bits in 22 characters of base64url (RFC 4648, section 5), which come but once. */
    String nextNonce();
}
