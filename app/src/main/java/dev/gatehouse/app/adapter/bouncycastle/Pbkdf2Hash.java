package dev.gatehouse.app.adapter.bouncycastle;

import dev.gatehouse.identity.model.Password;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 (RFC 8018) over HMAC with SHA-1, SHA-256 or SHA-512. Kept as the PHC string
 * {@code $pbkdf2-sha256$i=<iterations>$<salt>$<tag>}; read as passlib ({@code $pbkdf2-sha256$<iterations>$…}) and Django
 * ({@code pbkdf2_sha256$<iterations>$…}) write it, too.
 *
 * @param digest {@code sha1}, {@code sha256} or {@code sha512}
 */
record Pbkdf2Hash(String digest, int iterations, String salt, String tag) implements ForeignHash {

    /** About a second of one core. */
    private static final int MOST = 2_000_000;

    private static final String DIGEST = "(sha1|sha256|sha512)";
    private static final String COUNT = "([1-9][0-9]{0,11})";
    private static final String TAG = "\\$([A-Za-z0-9+/]{1,88}={0,2})";
    private static final Pattern PHC = Pattern.compile(
            "\\$pbkdf2-" + DIGEST + "\\$i=" + COUNT + "(?:,l=[0-9]{1,3})?\\$([A-Za-z0-9+/]{1,88})" + TAG);
    private static final Pattern PASSLIB = Pattern.compile(
            "\\$pbkdf2(?:-(sha256|sha512))?\\$" + COUNT + "\\$([A-Za-z0-9./]{1,88})\\$([A-Za-z0-9./]{1,88})");
    private static final Pattern DJANGO =
            Pattern.compile("pbkdf2_" + DIGEST + "\\$" + COUNT + "\\$([A-Za-z0-9]{1,64})" + TAG);

    static Optional<ForeignHash> read(String text) {
        Matcher phc = PHC.matcher(text);
        if (phc.matches()) {
            return Base64Text.read(phc.group(3), 1, 66)
                    .flatMap(salt -> of(phc.group(1), phc.group(2), salt, phc.group(4)));
        }
        Matcher passlib = PASSLIB.matcher(text);
        if (passlib.matches()) {
            // Its base64 has a dot for the plus, and no digest means the oldest one.
            String digest = passlib.group(1) == null ? "sha1" : passlib.group(1);
            return Base64Text.read(passlib.group(3).replace('.', '+'), 1, 66)
                    .flatMap(salt ->
                            of(digest, passlib.group(2), salt, passlib.group(4).replace('.', '+')));
        }
        Matcher django = DJANGO.matcher(text);
        return django.matches()
                ? of(
                        django.group(1),
                        django.group(2),
                        Base64Text.encode(django.group(3).getBytes(StandardCharsets.US_ASCII)),
                        django.group(4))
                : Optional.empty();
    }

    private static Optional<ForeignHash> of(String digest, String count, String salt, String tag) {
        long iterations = Long.parseLong(count);
        return Base64Text.read(tag, 16, 64).map(read -> {
            // Each block of the tag takes all iterations.
            long blocks = Math.ceilDiv(Base64Text.bytes(read).length, blockBytes(digest));
            ForeignHash.demand(
                    iterations * blocks <= MOST, "PBKDF2 has at most " + MOST + " iterations here, of all blocks.");
            return new Pbkdf2Hash(digest, (int) iterations, salt, read);
        });
    }

    private static int blockBytes(String digest) {
        return switch (digest) {
            case "sha1" -> 20;
            case "sha256" -> 32;
            default -> 64;
        };
    }

    @Override
    public String spelled() {
        return "$pbkdf2-%s$i=%d$%s$%s".formatted(digest, iterations, salt, tag);
    }

    @Override
    public boolean matches(Password password) {
        try {
            byte[] known = Base64Text.bytes(tag);
            var key = new PBEKeySpec(
                    password.value().toCharArray(), Base64Text.bytes(salt), iterations, known.length * 8);
            var factory = SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest.toUpperCase(Locale.ROOT));
            return MessageDigest.isEqual(known, factory.generateSecret(key).getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("PBKDF2 is part of every JDK", impossible);
        }
    }

    @Override
    public String toString() {
        return "Pbkdf2Hash[…]";
    }
}
