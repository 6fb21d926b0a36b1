package dev.gatehouse.identity.model;

/** Who makes a request: a user, through a session that lives, with the role they have now. */
public record Caller(UserId user, SessionId session, Role role) {

    public boolean isAdministrator() {
        return role == Role.ADMIN;
    }

    /** Whether a user is there for the caller: their own, or an administrator's to look after. */
    public boolean sees(UserId other) {
        return isAdministrator() || user.equals(other);
    }
}
