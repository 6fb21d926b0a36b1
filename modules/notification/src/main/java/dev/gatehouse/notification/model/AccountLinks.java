package dev.gatehouse.notification.model;

import dev.gatehouse.identity.model.MailToken;
import java.net.URI;

/**
 * Where the links in mails lead. The token is in the fragment, which browsers keep to themselves: no server and no log
 * between us and the page sees it.
 *
 * @param base what the pages are under, without a slash at its end; from the settings alone
 */
public record AccountLinks(String base) {

    /** To the page that asks for a new password. */
    public URI resetPassword(MailToken token) {
        return link("reset-password", token);
    }

    /** To the page that confirms an address. */
    public URI confirmEmail(MailToken token) {
        return link("confirm-email", token);
    }

    private URI link(String page, MailToken token) {
        return URI.create(base + "/" + page + "#token=" + token.text());
    }
}
