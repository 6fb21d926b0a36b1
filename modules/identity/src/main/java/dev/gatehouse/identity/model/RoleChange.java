package dev.gatehouse.identity.model;

/**
 * The role that a user has since lately.
 *
 * @param version of the user at the time or later: of two changes, the one with the higher version counts
 */
public record RoleChange(UserId user, Role role, long version) {}
