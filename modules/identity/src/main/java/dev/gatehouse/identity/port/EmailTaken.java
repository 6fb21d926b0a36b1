package dev.gatehouse.identity.port;

/** Another user has that e-mail address, in some spelling of it. */
public final class EmailTaken extends RuntimeException {

    public EmailTaken() {
        super("another user has this e-mail address");
    }
}
