package dev.gatehouse.app.adapter.bouncycastle;

import dev.gatehouse.identity.model.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * scrypt (RFC 7914) as a PHC string: {@code $scrypt$ln=<log2 N>,r=<r>,p=<p>$<salt>$<tag>}.
 *
 * @param logCost the logarithm of N to the base 2
 */
record ScryptHash(int logCost, int blockSize, int parallelism, String salt, String tag) implements ForeignHash {

    private static final int MOST_LANES = 4;

    private static final Pattern FORM = Pattern.compile("\\$scrypt\\$ln=([1-9][0-9]{0,9}),r=([1-9][0-9]{0,9}),"
            + "p=([1-9][0-9]{0,9})\\$([A-Za-z0-9+/]{1,88}={0,2})\\$([A-Za-z0-9+/]{1,88}={0,2})");

    static Optional<ForeignHash> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long logCost = Long.parseLong(form.group(1));
        long blockSize = Long.parseLong(form.group(2));
        long parallelism = Long.parseLong(form.group(3));
        ForeignHash.demand(
                isBounded(logCost, blockSize, parallelism),
                "scrypt takes at most 64 MiB (128 times r times 2 to the ln) and a p of 1 to " + MOST_LANES + " here.");
        return Base64Text.read(form.group(4), 1, 64).flatMap(salt -> Base64Text.read(form.group(5), 16, 64)
                .map(tag -> new ScryptHash((int) logCost, (int) blockSize, (int) parallelism, salt, tag)));
    }

    /** With blocks of the smallest size N is bounded by the algorithm, too. */
    private static boolean isBounded(long logCost, long blockSize, long parallelism) {
        return parallelism <= MOST_LANES
                && logCost <= (blockSize == 1 ? 15 : 19)
                && blockSize <= MOST_KIB
                && (blockSize << logCost) * 128 <= MOST_KIB * 1024L;
    }

    @Override
    public String spelled() {
        return "$scrypt$ln=%d,r=%d,p=%d$%s$%s".formatted(logCost, blockSize, parallelism, salt, tag);
    }

    @Override
    public boolean matches(Password password) {
        byte[] bytes = password.value().getBytes(StandardCharsets.UTF_8);
        byte[] known = Base64Text.bytes(tag);
        return MessageDigest.isEqual(
                known,
                SCrypt.generate(bytes, Base64Text.bytes(salt), 1 << logCost, blockSize, parallelism, known.length));
    }

    @Override
    public String toString() {
        return "ScryptHash[…]";
    }
}
