package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.UserStatus;

/** Reads what a user may do as {@link UserBody} shows it: in small letters, and no others. */
final class RightsText {

    private RightsText() {}

    static Role role(String text) {
        return switch (text) {
            case "user" -> Role.USER;
            case "admin" -> Role.ADMIN;
            default -> throw new InvalidValue("invalid-role", "A role is user or admin.");
        };
    }

    static UserStatus status(String text) {
        return switch (text) {
            case "active" -> UserStatus.ACTIVE;
            case "disabled" -> UserStatus.DISABLED;
            default -> throw new InvalidValue("invalid-status", "A status is active or disabled.");
        };
    }
}
