package dev.gatehouse.identity.model;

/** A way in which somebody has shown who they are (RFC 8176, section 2). */
public enum AuthMethod {
    PASSWORD("pwd"),
    /** A code that is good once: one that was sent to them, that their app shows, or from their list for emergencies. */
    CODE("otp"),
    /** More than one factor; which ones, the others beside it tell. */
    MULTI_FACTOR("mfa");

    private final String reference;

    AuthMethod(String reference) {
        this.reference = reference;
    }

    /** What tokens say, in {@code amr}. */
    public String reference() {
        return reference;
    }
}
