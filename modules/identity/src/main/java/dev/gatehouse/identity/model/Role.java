package dev.gatehouse.identity.model;

/** What a user may do beyond their own things. */
public enum Role {
    USER,
    ADMIN
}
