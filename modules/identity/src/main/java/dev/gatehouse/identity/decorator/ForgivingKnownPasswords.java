package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.port.KnownPasswords;
import dev.gatehouse.identity.port.KnownPasswordsMeter;
import dev.gatehouse.identity.port.KnownPasswordsMeter.Count;
import dev.gatehouse.identity.port.KnownPasswordsUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A list that may be away: then it knows no password, and that is counted. Nobody is kept from an account by it. */
public final class ForgivingKnownPasswords implements KnownPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(ForgivingKnownPasswords.class);

    private final KnownPasswords passwords;
    private final KnownPasswordsMeter meter;

    public ForgivingKnownPasswords(KnownPasswords passwords, KnownPasswordsMeter meter) {
        this.passwords = passwords;
        this.meter = meter;
    }

    @Override
    public boolean contain(Password password) {
        try {
            boolean known = passwords.contain(password);
            meter.count(known ? Count.KNOWN : Count.UNKNOWN);
            return known;
        } catch (KnownPasswordsUnavailable away) {
            meter.count(Count.UNANSWERED);
            LOG.info("a password was not looked up: {}", away.getMessage());
            return false;
        }
    }
}
