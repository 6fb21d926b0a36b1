package dev.gatehouse.identity.model;

/**
 * The public half of a signing key, as a JWK shows it (RFC 7517; RFC 7518, section 6.2).
 *
 * @param x the coordinate in base64url, 32 bytes
 * @param y the coordinate in base64url, 32 bytes
 */
public record PublicKeyInfo(String id, String x, String y) {}
