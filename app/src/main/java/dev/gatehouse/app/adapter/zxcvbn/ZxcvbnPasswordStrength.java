package dev.gatehouse.app.adapter.zxcvbn;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.gatehouse.identity.model.OwnWords;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.port.PasswordStrength;

/**
 * The estimate of zxcvbn (Wheeler, USENIX Security 2016) for the beginning of a password. Its time grows with the cube
 * of the length, and what is strong so far does not become weaker by what follows.
 */
public final class ZxcvbnPasswordStrength implements PasswordStrength {

    private static final int LOOKED_AT = 40;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    @Override
    public double guesses(Password password, OwnWords own) {
        String value = password.value();
        int end = value.offsetByCodePoints(0, Math.min(LOOKED_AT, password.length()));
        return zxcvbn.measure(value.substring(0, end), own.words()).getGuessesLog10();
    }
}
