package dev.gatehouse.identity.model;

/** Who may register, and what a new account is good for. */
public enum Registration {
    /** A new account is signed in at once, and a taken address is told. */
    OPEN,
    /** An account is good for nothing until its address is confirmed, and nobody learns which addresses are taken. */
    VERIFIED;

    /** Whether a user may log in where registration is so. */
    public boolean admits(User user) {
        return user.mayLogIn() && (this == OPEN || user.emailVerified());
    }
}
