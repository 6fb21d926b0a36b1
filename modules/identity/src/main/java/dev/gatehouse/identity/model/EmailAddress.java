package dev.gatehouse.identity.model;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * An e-mail address: as its owner wrote it, where mail goes, and in the one form that look-ups and uniqueness use.
 *
 * <p>The canonical form is NFKC in lower case, its domain in ASCII (RFC 3490). Spaces, controls, invisible characters
 * and a local part that mixes scripts are refused, so that two addresses that look alike are one or none.
 *
 * @param address as written, at most 254 characters (RFC 5321, section 4.5.3.1)
 * @param canonical equal for every spelling of the same address
 */
public record EmailAddress(String address, String canonical) {

    private static final String PUNCTUATION = "!#$%&'*+-/=?^_`{|}~.";

    /** Reads an address; surrounding blanks do not count. */
    public static EmailAddress of(String text) {
        String address = text.strip();
        if (address.length() > 254) {
            throw invalid("An e-mail address has at most 254 characters.");
        }
        String folded = fold(address);
        int at = folded.lastIndexOf('@');
        if (at < 1) {
            throw invalid("An e-mail address has the form name@domain.");
        }
        return new EmailAddress(address, local(folded.substring(0, at)) + "@" + domain(folded.substring(at + 1)));
    }

    /** Where mail goes: the name as it was written, the domain in ASCII, which every mail server understands. */
    public String mailbox() {
        String written = Normalizer.normalize(address, Normalizer.Form.NFKC);
        return written.substring(0, written.lastIndexOf('@')) + canonical.substring(canonical.lastIndexOf('@'));
    }

    static String fold(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static String local(String local) {
        if (local.length() > 64) {
            throw invalid("The part before the @ has at most 64 characters.");
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            throw invalid("The part before the @ has no dot at its ends and no two in a row.");
        }
        if (!local.codePoints().allMatch(EmailAddress::allowed)) {
            throw invalid("The part before the @ has letters, digits and " + PUNCTUATION + " only.");
        }
        if (scripts(local) > 1) {
            throw invalid("The part before the @ has letters of one script only.");
        }
        return local;
    }

    static boolean allowed(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || PUNCTUATION.indexOf(point) >= 0;
    }

    private static long scripts(String text) {
        return text.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .filter(script ->
                        script != Character.UnicodeScript.COMMON && script != Character.UnicodeScript.INHERITED)
                .distinct()
                .count();
    }

    private static String domain(String domain) {
        String ascii;
        try {
            ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            throw invalid("The part after the @ is not a domain name.");
        }
        if (ascii.length() > 253 || ascii.startsWith(".") || ascii.endsWith(".") || !ascii.contains(".")) {
            throw invalid("The part after the @ is a domain name with a dot inside.");
        }
        return ascii;
    }

    private static InvalidValue invalid(String detail) {
        return new InvalidValue("invalid-email", detail);
    }

    /** Two addresses are equal when their canonical forms are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** Personal data: an address is never logged by accident. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
