package dev.gatehouse.app.adapter.zxcvbn;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.port.KnownPasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** The 30,000 commonest passwords of the lists that zxcvbn was made from, in memory; upper case does not help. */
public final class ZxcvbnKnownPasswords implements KnownPasswords {

    private final Set<String> passwords;

    public ZxcvbnKnownPasswords() {
        try {
            passwords = Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException broken) {
            throw new UncheckedIOException("the list comes with the application", broken);
        }
    }

    @Override
    public boolean contain(Password password) {
        return passwords.contains(password.value().toLowerCase(Locale.ROOT));
    }
}
