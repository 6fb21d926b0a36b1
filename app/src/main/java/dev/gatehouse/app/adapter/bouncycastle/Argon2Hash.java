package dev.gatehouse.app.adapter.bouncycastle;

import dev.gatehouse.identity.model.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2 (RFC 9106) as a PHC string: {@code $argon2id$v=19$m=<KiB>,t=<iterations>,p=<lanes>$<salt>$<tag>}, also as
 * {@code argon2i} and {@code argon2d}, and of version 16, which is meant where there is none.
 */
record Argon2Hash(String type, int version, int memoryKib, int iterations, int lanes, String salt, String tag)
        implements ForeignHash {

    private static final int MOST_ITERATIONS = 10;
    private static final int MOST_LANES = 4;

    private static final Map<String, Integer> TYPES = Map.of(
            "argon2d", Argon2Parameters.ARGON2_d,
            "argon2i", Argon2Parameters.ARGON2_i,
            "argon2id", Argon2Parameters.ARGON2_id);

    private static final Pattern FORM = Pattern.compile("\\$(argon2(?:id|i|d))(?:\\$v=(16|19))?\\$m=([1-9][0-9]{0,11}),"
            + "t=([1-9][0-9]{0,11}),p=([1-9][0-9]{0,11})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    static Optional<ForeignHash> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int version = form.group(2) == null ? Argon2Parameters.ARGON2_VERSION_10 : Integer.parseInt(form.group(2));
        long memory = Long.parseLong(form.group(3));
        long iterations = Long.parseLong(form.group(4));
        long lanes = Long.parseLong(form.group(5));
        ForeignHash.demand(
                lanes <= MOST_LANES && iterations <= MOST_ITERATIONS && memory >= 8 * lanes && memory <= MOST_KIB,
                "Argon2 has m of 8 for each lane to %d, t of 1 to %d and p of 1 to %d here."
                        .formatted(MOST_KIB, MOST_ITERATIONS, MOST_LANES));
        return Base64Text.read(form.group(6), 8, 64).flatMap(salt -> Base64Text.read(form.group(7), 16, 64)
                .map(tag -> new Argon2Hash(
                        form.group(1), version, (int) memory, (int) iterations, (int) lanes, salt, tag)));
    }

    @Override
    public String spelled() {
        return "$%s$v=%d$m=%d,t=%d,p=%d$%s$%s".formatted(type, version, memoryKib, iterations, lanes, salt, tag);
    }

    @Override
    public boolean isOurs() {
        return type.equals("argon2id") && version == Argon2Parameters.ARGON2_VERSION_13;
    }

    @Override
    public boolean matches(Password password) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(TYPES.getOrDefault(type, Argon2Parameters.ARGON2_id))
                .withVersion(version)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(Base64Text.bytes(salt))
                .build());
        byte[] known = Base64Text.bytes(tag);
        byte[] made = new byte[known.length];
        generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), made);
        return MessageDigest.isEqual(known, made);
    }

    @Override
    public String toString() {
        return "Argon2Hash[…]";
    }
}
