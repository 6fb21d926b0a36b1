package dev.gatehouse.app.adapter.bouncycastle;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.port.ForeignHashes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * bcrypt, scrypt, PBKDF2 and Argon2. One check takes about a second of one core and 64 MiB at most: bound how many are
 * made at once, together with those of our own.
 */
public final class BouncyCastleForeignHashes implements ForeignHashes {

    private static final int LONGEST = 512;

    private static final List<Function<String, Optional<ForeignHash>>> FORMS =
            List.of(BcryptHash::read, ScryptHash::read, Pbkdf2Hash::read, Argon2Hash::read);

    @Override
    public PasswordHash read(String text) {
        return find(text)
                .map(hash -> new PasswordHash(hash.spelled()))
                .orElseThrow(() -> new InvalidValue(
                        "unknown-hash",
                        "A hash is of bcrypt, scrypt, PBKDF2 or Argon2, written as docs/import.md shows."));
    }

    @Override
    public boolean knows(PasswordHash hash) {
        return kept(hash).isPresent();
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        return kept(hash).filter(known -> known.matches(password)).isPresent();
    }

    private static Optional<ForeignHash> kept(PasswordHash hash) {
        try {
            return find(hash.phc()).filter(known -> !known.isOurs());
        } catch (InvalidValue tooCostly) {
            return Optional.empty();
        }
    }

    private static Optional<ForeignHash> find(String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : FORMS.stream().flatMap(form -> form.apply(text).stream()).findFirst();
    }
}
