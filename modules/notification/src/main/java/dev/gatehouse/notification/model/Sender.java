package dev.gatehouse.notification.model;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import java.util.regex.Pattern;

/**
 * In whose name mail is sent.
 *
 * @param name what the recipient sees: the product's
 */
public record Sender(String name, EmailAddress address) {

    private static final Pattern NAMED = Pattern.compile("\"?([^<>\"]*?)\"?\\s*<([^<>]+)>");

    /** Reads {@code Acme <no-reply@acme.example>}, or an address alone, whose domain is then the name. */
    public static Sender of(String text) {
        var named = NAMED.matcher(text.strip());
        if (named.matches() && !named.group(1).isBlank()) {
            return new Sender(PersonName.of(named.group(1)).value(), EmailAddress.of(named.group(2)));
        }
        EmailAddress address = EmailAddress.of(named.matches() ? named.group(2) : text);
        return new Sender(domain(address), address);
    }

    /** The domain of its address, in ASCII. */
    public String domain() {
        return domain(address);
    }

    private static String domain(EmailAddress address) {
        return address.canonical().substring(address.canonical().lastIndexOf('@') + 1);
    }
}
