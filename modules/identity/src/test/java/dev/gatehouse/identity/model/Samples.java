package dev.gatehouse.identity.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Things to test with: valid, and with ids and addresses that nobody else has. */
public final class Samples {

    /** To the microsecond, which is all that a database keeps. */
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    /** Later than any clock a test runs by. */
    public static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    public static final SessionPolicy POLICY = new SessionPolicy(
            Duration.ofMinutes(5), Duration.ofDays(14), Duration.ofDays(90), Duration.ofSeconds(30), 10);

    /** The id of an access token that nobody revokes. */
    public static final UUID TOKEN_ID = UUID.randomUUID();

    private Samples() {}

    public static EmailAddress email() {
        return EmailAddress.of("Ada." + UUID.randomUUID() + "@Example.com");
    }

    public static User user() {
        return user(email());
    }

    public static User user(EmailAddress email) {
        return User.register(userId(), email, PersonName.of("Ada Lovelace"), PhoneNumber.of("+41791234567"), NOW);
    }

    public static User userWith(User user, Role role, UserStatus status) {
        return new User(
                user.id(),
                user.email(),
                user.emailVerified(),
                user.name(),
                user.phone(),
                user.phoneVerified(),
                user.avatar(),
                role,
                status,
                user.epoch(),
                user.version(),
                user.createdAt(),
                user.updatedAt());
    }

    public static UserId userId() {
        return new UserId(UUID.randomUUID());
    }

    public static AvatarId avatarId() {
        return new AvatarId(UUID.randomUUID());
    }

    public static SessionId sessionId() {
        return new SessionId(UUID.randomUUID());
    }

    public static Device device() {
        return new Device("device-1", "Ada’s phone", "Browser/1.0", "192.0.2.1");
    }

    /** A session of the user as it is now, alive by any clock. */
    public static Session session(User user) {
        return session(user, FAR);
    }

    public static Session session(User user, Instant expiresAt) {
        return new Session(sessionId(), user.id(), user.epoch(), 0, device(), NOW, NOW, expiresAt, expiresAt, null);
    }

    public static LiveSession live() {
        return new LiveSession(sessionId(), userId(), 0, Role.USER, FAR);
    }

    /** What a store knows of this session of this user. */
    public static LiveSession live(Session session, User user) {
        return new LiveSession(session.id(), user.id(), session.epoch(), user.role(), session.refreshUntil());
    }

    public static EndedSession ended(Session session) {
        return new EndedSession(session.user(), session.id());
    }

    /** A token that was revoked, and is good by any clock otherwise. */
    public static RevokedToken revoked(UserId user) {
        return new RevokedToken(user, UUID.randomUUID(), FAR);
    }

    /** One of a user without a second factor. */
    public static Credential credential(User user) {
        return new Credential(user.id(), new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$dGFn"));
    }

    public static Credential withSecondFactor(Credential credential) {
        return new Credential(credential.user(), credential.passwordHash(), true);
    }

    public static Password password() {
        return Password.of("correct horse battery staple");
    }

    /** One that nobody else has, though they could guess it. */
    public static MailToken mailToken() {
        UUID uuid = UUID.randomUUID();
        return MailToken.of(ByteBuffer.allocate(32)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }

    public static MasterKey masterKey() {
        return MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));
    }

    public static SigningKey signingKey(SigningKey.State state) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(thumbprint((ECPublicKey) pair.getPublic()), state, NOW, pair);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** RFC 7638, section 3, written out for P-256. */
    public static String thumbprint(ECPublicKey key) throws GeneralSecurityException {
        String jwk = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x(key) + "\",\"y\":\"" + y(key) + "\"}";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    public static String x(ECPublicKey key) {
        return coordinate(key.getW().getAffineX().toByteArray());
    }

    public static String y(ECPublicKey key) {
        return coordinate(key.getW().getAffineY().toByteArray());
    }

    private static String coordinate(byte[] signed) {
        byte[] padded = new byte[32];
        byte[] magnitude = signed.length > 32 ? Arrays.copyOfRange(signed, signed.length - 32, signed.length) : signed;
        System.arraycopy(magnitude, 0, padded, 32 - magnitude.length, magnitude.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }
}
