package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Password;
import java.util.Set;

/** A list of a few, which can be told to be away. */
public final class InMemoryKnownPasswords implements KnownPasswords {

    private final Set<String> passwords;
    private volatile boolean failing;

    public InMemoryKnownPasswords(String... passwords) {
        this.passwords = Set.of(passwords);
    }

    /** From now on every question fails, or is answered again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    @Override
    public boolean contain(Password password) {
        if (failing) {
            throw new KnownPasswordsUnavailable("told to fail", null);
        }
        return passwords.contains(password.value());
    }
}
