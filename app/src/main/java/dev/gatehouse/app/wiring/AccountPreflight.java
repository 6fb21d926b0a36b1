package dev.gatehouse.app.wiring;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.SealingKeys;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What of accounts must be right before anything starts. */
record AccountPreflight(UnaryOperator<String> variables) {

    private static final String VERIFIED = "verified";

    /** Whoever is asked to erase does so within a month (GDPR, article 12, paragraph 3). */
    private static final Duration LONGEST_GRACE = Duration.ofDays(30);

    void check() {
        demandRegistration("GATEHOUSE_REGISTRATION");
        demandAddress("GATEHOUSE_LINKS_URL");
        demandList("GATEHOUSE_BREACHED_PASSWORDS");
        demandKeys("GATEHOUSE_PEPPER");
        demandKeys("GATEHOUSE_MFA_KEYS");
        demandIssuer("GATEHOUSE_MFA_ISSUER");
        demandGrace("GATEHOUSE_ERASURE_GRACE");
        new AdministratorPreflight(variables).check();
    }

    private void demandRegistration(String name) {
        String mode = variables.apply(name);
        if (!Set.of("", "open", VERIFIED).contains(mode)) {
            throw new Refusal(name + " is one of open, verified.");
        }
        if (mode.equals(VERIFIED) && Set.of("", MailSettings.NONE).contains(variables.apply("GATEHOUSE_MAIL"))) {
            throw new Refusal(name + " is verified, which needs mail: set GATEHOUSE_MAIL to smtp or ses.");
        }
    }

    private void demandList(String name) {
        if (!Set.of("", "none", AccountSettings.HIBP).contains(variables.apply(name))) {
            throw new Refusal(name + " is one of none, hibp.");
        }
    }

    private void demandIssuer(String name) {
        if (!MfaSettings.isIssuer(variables.apply(name))) {
            throw new Refusal(name + " has up to 64 visible characters, and no colon.");
        }
    }

    private void demandKeys(String name) {
        String keys = variables.apply(name);
        try {
            if (!keys.isBlank()) {
                SealingKeys.read(keys);
            }
        } catch (InvalidValue invalid) {
            throw new Refusal(name + " is keys of 32 bytes in base64 with a blank between, each another one.");
        }
    }

    private void demandGrace(String name) {
        String grace = variables.apply(name);
        if (!grace.isBlank()
                && DurationText.read(grace)
                        .filter(time -> time.compareTo(LONGEST_GRACE) <= 0)
                        .isEmpty()) {
            throw new Refusal(name + " is a time like 14d, a month (30d) at most.");
        }
    }

    private void demandAddress(String name) {
        String value = variables.apply(name);
        if (!value.isBlank() && !isAddress(value)) {
            throw new Refusal(name + " is no address like https://www.example.com/account.");
        }
    }

    private static boolean isAddress(String value) {
        try {
            var address = new URI(value);
            return Set.of("https", "http").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getFragment() == null;
        } catch (URISyntaxException invalid) {
            return false;
        }
    }
}
