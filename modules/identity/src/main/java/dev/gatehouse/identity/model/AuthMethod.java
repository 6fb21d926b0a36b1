package dev.gatehouse.identity.model;

/** How somebody has shown who they are (RFC 8176, section 2). */
public enum AuthMethod {
    PASSWORD("pwd"),
    /** A one-time code that was sent to them. */
    CODE("otp");

    private final String reference;

    AuthMethod(String reference) {
        this.reference = reference;
    }

    /** What tokens say, in {@code amr}. */
    public String reference() {
        return reference;
    }
}
