package dev.gatehouse.identity.model;

/**
 * What the addresses that somebody looks for begin with, in the form of {@link EmailAddress#canonical}. A domain with
 * other letters than ASCII is found by its ASCII form only.
 */
public record EmailPrefix(String value) {

    /** Reads the beginning of an address, up to the whole of it; surrounding blanks do not count. */
    public static EmailPrefix of(String text) {
        String folded = EmailAddress.fold(text.strip());
        if (folded.isEmpty() || folded.length() > 254 || !folded.codePoints().allMatch(EmailPrefix::allowed)) {
            throw new InvalidValue("invalid-email-prefix", "An e-mail address does not begin like this.");
        }
        return new EmailPrefix(folded);
    }

    private static boolean allowed(int point) {
        return point == '@' || EmailAddress.allowed(point);
    }

    /** Personal data, as an address is. */
    @Override
    public String toString() {
        return "EmailPrefix[…]";
    }
}
