package dev.gatehouse.identity.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has read a code at a destination: good for what it was asked for, by whom it was asked for, and for as
 * long as {@link #LIFE}.
 *
 * <p>{@code v1.<destination>.<nonce>.<purpose>.<requester>.<until>.<mac>}: the challenge's id, the purpose in lower case,
 * the user's id or {@code -}, seconds since 1970, and an HMAC-SHA-256 (RFC 2104) in base64url.
 *
 * @param requester the user who asked; null for nobody
 * @param until to the second
 */
public record CodeGrant(
        ChallengeId challenge,
        Challenge.Purpose purpose,
        @Nullable UserId requester,
        Instant until) {

    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("v1\\.([A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{22})\\.(verify|login)"
            + "\\.(-|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([1-9][0-9]{0,11})\\.[A-Za-z0-9_-]{43}");

    /** The grant for a challenge that was answered now. */
    public static CodeGrant of(Challenge answered, Instant now) {
        Instant until = Instant.ofEpochSecond(now.plus(LIFE).getEpochSecond());
        return new CodeGrant(answered.id(), answered.purpose(), answered.requester(), until);
    }

    /** The grant's text; a secret. */
    public String seal(MasterKey key) {
        String body = "v1." + challenge + "." + (purpose == Challenge.Purpose.LOGIN ? "login" : "verify") + "."
                + (requester == null ? "-" : requester) + "." + until.getEpochSecond();
        return body + "." + mac(body, key);
    }

    /** Opens a text; empty unless exactly this text was sealed with this key, and is good now. */
    public static Optional<CodeGrant> open(String text, MasterKey key, Instant now) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var grant = new CodeGrant(
                ChallengeId.read(form.group(1)).orElseThrow(),
                form.group(2).equals("login") ? Challenge.Purpose.LOGIN : Challenge.Purpose.VERIFY,
                form.group(3).equals("-") ? null : new UserId(UUID.fromString(form.group(3))),
                Instant.ofEpochSecond(Long.parseLong(form.group(4))));
        boolean authentic = MessageDigest.isEqual(
                grant.seal(key).getBytes(StandardCharsets.US_ASCII), text.getBytes(StandardCharsets.US_ASCII));
        return authentic && now.isBefore(grant.until()) ? Optional.of(grant) : Optional.empty();
    }

    /** Whether it says that a user, or nobody in particular, has read a code at a destination to verify it. */
    public boolean verifies(Destination destination, @Nullable UserId user, ContactHash contacts) {
        return purpose == Challenge.Purpose.VERIFY
                && challenge.destination().equals(destination.hash(contacts))
                && (requester == null ? user == null : requester.equals(user));
    }

    private static String mac(String body, MasterKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.derive("code-grant/v1", ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(body.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", impossible);
        }
    }

    @Override
    public String toString() {
        return "CodeGrant[" + challenge + ", " + purpose + "]";
    }
}
