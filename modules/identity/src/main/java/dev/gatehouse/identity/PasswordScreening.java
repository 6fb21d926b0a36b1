package dev.gatehouse.identity;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.OwnWords;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Weakness;
import dev.gatehouse.identity.port.KnownPasswords;
import dev.gatehouse.identity.port.PasswordStrength;
import java.util.Optional;

/**
 * The step before an account takes a password: one that is long enough may still be no secret (NIST SP 800-63B-4, section
 * 3.1.1.2).
 */
public final class PasswordScreening {

    /** What zxcvbn calls safely unguessable: slow hashes make a hundred million guesses a matter of weeks for each. */
    private static final double LEAST_GUESSES = 8;

    private final KnownPasswords common;
    private final KnownPasswords leaked;
    private final PasswordStrength strength;

    /**
     * @param common those that are tried first, which are at hand
     * @param leaked those of a list that may be far away: asked last
     */
    public PasswordScreening(KnownPasswords common, KnownPasswords leaked, PasswordStrength strength) {
        this.common = common;
        this.leaked = leaked;
        this.strength = strength;
    }

    /** The first reason not to take a password; empty when there is none. */
    public Optional<Weakness> weakness(NewPassword wanted, PersonName name, EmailAddress email) {
        Password password = wanted.password();
        var own = OwnWords.of(name, email);
        if (common.contain(password)) {
            return Optional.of(Weakness.PASSWORD_TOO_COMMON);
        }
        if (own.makeUp(password)) {
            return Optional.of(Weakness.PASSWORD_PERSONAL);
        }
        if (strength.guesses(password, own) < LEAST_GUESSES) {
            return Optional.of(Weakness.PASSWORD_TOO_GUESSABLE);
        }
        return leaked.contain(password) ? Optional.of(Weakness.PASSWORD_LEAKED) : Optional.empty();
    }
}
