package dev.gatehouse.app.wiring;

import dev.gatehouse.identity.model.Registration;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Locale;

/**
 * What operators may set of accounts, as {@code gatehouse.accounts.*} in application.yml names it.
 *
 * @param registration {@code open} or {@code verified}
 * @param linksUrl what the pages are under that links in mails lead to; blank for those that come with the application
 * @param breachedPasswords {@code none}, or {@link #HIBP}
 * @param breachedPasswordsUrl what the first digits of a digest are put behind
 * @param adminEmail of the first administrator; blank to make none
 * @param adminPassword of the first administrator
 * @param pepper keys in base64 with blanks between, the current one first; blank for none
 */
@ConfigurationProperties("gatehouse.accounts")
record AccountSettings(
        String registration,
        String linksUrl,
        String breachedPasswords,
        String breachedPasswordsUrl,
        String adminEmail,
        String adminPassword,
        String pepper) {

    /** Have I Been Pwned. */
    static final String HIBP = "hibp";

    /** Where the pages that come with the application are, under its public URL. */
    private static final String PAGES = "/account";

    Registration registrationMode() {
        return Registration.valueOf(registration.toUpperCase(Locale.ROOT));
    }

    String linksBase(String publicUrl) {
        return (linksUrl.isBlank() ? publicUrl.replaceFirst("/+$", "") + PAGES : linksUrl).replaceFirst("/+$", "");
    }

    @Override
    public String toString() {
        return "AccountSettings[…]";
    }
}
