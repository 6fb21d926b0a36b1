package dev.gatehouse.identity.port;

/** Makes what must never come twice under one key. */
public interface NonceGenerator {

    /** 12 bytes by chance, as AES-GCM takes them. No round trip. */
    byte[] next();
}
