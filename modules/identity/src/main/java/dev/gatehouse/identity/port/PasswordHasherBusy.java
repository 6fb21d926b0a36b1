package dev.gatehouse.identity.port;

/** Too many passwords are being hashed already; nothing was hashed, and a second later there may be room. */
public final class PasswordHasherBusy extends RuntimeException {

    public PasswordHasherBusy() {
        super("too many passwords are being hashed");
    }
}
