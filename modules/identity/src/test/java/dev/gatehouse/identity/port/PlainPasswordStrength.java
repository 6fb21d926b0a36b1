package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.OwnWords;
import dev.gatehouse.identity.model.Password;
import java.util.Locale;

/** Takes every other character for ten times as many guesses, and own words for none. */
public final class PlainPasswordStrength implements PasswordStrength {

    @Override
    public double guesses(Password password, OwnWords own) {
        String rest = password.value().toLowerCase(Locale.ROOT);
        for (String word : own.words()) {
            rest = rest.replace(word, "");
        }
        return rest.codePoints().distinct().count();
    }
}
