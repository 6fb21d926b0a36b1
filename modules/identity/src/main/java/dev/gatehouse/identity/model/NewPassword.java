package dev.gatehouse.identity.model;

/** A password that a {@link PasswordPolicy} accepted for an account. */
public record NewPassword(Password password) {

    @Override
    public String toString() {
        return "NewPassword[…]";
    }
}
