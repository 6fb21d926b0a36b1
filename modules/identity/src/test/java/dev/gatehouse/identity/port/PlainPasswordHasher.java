package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A fast hasher, of no use against anybody, that counts its hashes and lets a test step in while it hashes. */
public final class PlainPasswordHasher implements PasswordHasher {

    private static final Pattern FORM = Pattern.compile("\\$plain\\$v=[1-9]\\$([0-9]{1,9})\\$([0-9a-f]{64})");

    private final AtomicInteger salts = new AtomicInteger();
    private final AtomicInteger hashes = new AtomicInteger();
    private volatile Runnable meanwhile = () -> {};
    private volatile String version = "$plain$v=1$";

    /** How many passwords were hashed so far, be it to keep the hash or to compare it. */
    public int hashes() {
        return hashes.get();
    }

    /** From now on hashes are of another version, and those of the ones before are outdated. */
    public void version(int number) {
        version = "$plain$v=" + number + "$";
    }

    /** From now on this runs while a password is hashed. */
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }

    @Override
    public PasswordHash hash(Password password) {
        String salt = String.valueOf(salts.incrementAndGet());
        return new PasswordHash(version + salt + "$" + tag(salt, password));
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        var form = FORM.matcher(hash.phc());
        return form.matches() && tag(form.group(1), password).equals(form.group(2));
    }

    @Override
    public boolean isCurrent(PasswordHash hash) {
        return hash.phc().startsWith(version) && FORM.matcher(hash.phc()).matches();
    }

    @Override
    public PasswordHash dummy() {
        return new PasswordHash(version + "0$" + "0".repeat(64));
    }

    private String tag(String salt, Password password) {
        hashes.incrementAndGet();
        meanwhile.run();
        try {
            byte[] bytes = (salt + "$" + password.value()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
