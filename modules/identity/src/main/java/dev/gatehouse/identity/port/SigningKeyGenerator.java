package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.SigningKey;

/** Makes new P-256 key pairs, from a secure source of randomness. */
public interface SigningKeyGenerator {

    /** A key nobody has seen, next in line, its id the thumbprint of its public half (RFC 7638). */
    SigningKey generate();
}
