package dev.gatehouse.app.adapter.argon2;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.port.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) over the UTF-8 of the password. Each hash takes the memory of its cost while it is made: bound how
 * many are made at once.
 */
public final class Argon2PasswordHasher implements PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    private final Argon2Cost cost;
    private final SecureRandom random;
    private final PasswordHash dummy;

    public Argon2PasswordHasher(Argon2Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
        // No password is known to have a tag that is drawn by lot.
        this.dummy = Argon2Hash.of(cost, bytes(random, SALT_BYTES), bytes(random, TAG_BYTES))
                .phc();
    }

    @Override
    public PasswordHash hash(Password password) {
        byte[] salt = bytes(random, SALT_BYTES);
        return Argon2Hash.of(cost, salt, tag(password, cost, salt, TAG_BYTES)).phc();
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        return Argon2Hash.parse(hash).filter(known -> matches(password, known)).isPresent();
    }

    @Override
    public boolean isCurrent(PasswordHash hash) {
        return Argon2Hash.parse(hash)
                .filter(known -> known.cost().equals(cost)
                        && known.saltBytes().length == SALT_BYTES
                        && known.tagBytes().length == TAG_BYTES)
                .isPresent();
    }

    @Override
    public PasswordHash dummy() {
        return dummy;
    }

    private static boolean matches(Password password, Argon2Hash known) {
        byte[] tag = known.tagBytes();
        return MessageDigest.isEqual(tag, tag(password, known.cost(), known.saltBytes(), tag.length));
    }

    private static byte[] tag(Password password, Argon2Cost cost, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] tag = new byte[length];
        generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), tag);
        return tag;
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
