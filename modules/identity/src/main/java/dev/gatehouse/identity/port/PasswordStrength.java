package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.OwnWords;
import dev.gatehouse.identity.model.Password;

/** Estimates how hard a password is to guess for whoever knows how people choose theirs. */
public interface PasswordStrength {

    /**
     * The decimal logarithm of how many guesses it takes; 0 or more. Own words count as the first that are tried.
     *
     * <p>Some tens of milliseconds at most, however long the password is. No round trip.
     */
    double guesses(Password password, OwnWords own);
}
