package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Pepper;
import dev.gatehouse.identity.port.NonceGenerator;
import dev.gatehouse.identity.port.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hasher whose tags are sealed: {@code $pepper$k=<key>} and then the string of the hasher behind, with its tag under the
 * {@link Pepper}. A hash from before there was one is verified as it is, and is not current.
 */
public final class PepperedPasswordHasher implements PasswordHasher {

    private static final Pattern SEALED =
            Pattern.compile("\\$pepper\\$k=([0-9a-f]{8})(\\$.{1,512}\\$)([A-Za-z0-9+/]{39,512})");

    private final PasswordHasher hasher;
    private final Pepper pepper;
    private final NonceGenerator nonces;
    private final PasswordHash dummy;

    public PepperedPasswordHasher(PasswordHasher hasher, Pepper pepper, NonceGenerator nonces) {
        this.hasher = hasher;
        this.pepper = pepper;
        this.nonces = nonces;
        this.dummy = seal(hasher.dummy());
    }

    @Override
    public PasswordHash hash(Password password) {
        return seal(hasher.hash(password));
    }

    /** What cannot be opened costs a hash all the same. */
    @Override
    public boolean verify(Password password, PasswordHash hash) {
        Matcher sealed = SEALED.matcher(hash.phc());
        if (!sealed.matches()) {
            return hasher.verify(password, hash);
        }
        Optional<PasswordHash> open = open(sealed);
        return hasher.verify(password, open.orElseGet(hasher::dummy)) && open.isPresent();
    }

    @Override
    public boolean isCurrent(PasswordHash hash) {
        Matcher sealed = SEALED.matcher(hash.phc());
        return sealed.matches()
                && sealed.group(1).equals(pepper.currentId())
                && open(sealed).filter(hasher::isCurrent).isPresent();
    }

    @Override
    public PasswordHash dummy() {
        return dummy;
    }

    private PasswordHash seal(PasswordHash hash) {
        int tag = hash.phc().lastIndexOf('$') + 1;
        String untagged = hash.phc().substring(0, tag);
        byte[] sealed =
                pepper.seal(hash.phc().substring(tag).getBytes(StandardCharsets.US_ASCII), nonces.next(), untagged);
        return new PasswordHash("$pepper$k=" + pepper.currentId() + untagged + encode(sealed));
    }

    private Optional<PasswordHash> open(Matcher sealed) {
        String untagged = sealed.group(2);
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed.group(3));
            return encode(bytes).equals(sealed.group(3))
                    ? pepper.open(sealed.group(1), bytes, untagged)
                            .map(tag -> new PasswordHash(untagged + new String(tag, StandardCharsets.US_ASCII)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
