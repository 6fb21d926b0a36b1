package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.ChallengeStore;
import dev.gatehouse.identity.port.ChallengeStore.Guess;
import dev.gatehouse.identity.port.ChallengeStoreContract;
import dev.gatehouse.identity.port.ChallengeStoreUnavailable;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisChallengeStoreIT implements ChallengeStoreContract {

    private static final String NONCE = "n".repeat(22);

    private static TestRedis redis;
    private static RedisConnection connection;

    private final EmailAddress email = Samples.email();
    private final Destination mailbox = new Destination.Mailbox(email);
    private final ChallengeId id = new ChallengeId(mailbox.hash(new ContactHash(Samples.masterKey())), NONCE);
    private final Challenge challenge = new Challenge(id, Challenge.Purpose.LOGIN, mailbox, null, null);
    private final String key = "otp:challenge:{" + id.destination() + "}";

    @BeforeAll
    static void start() {
        redis = TestRedis.started("challenges");
        connection = redis.patientConnection();
    }

    @AfterAll
    static void stop() {
        redis.demandThatEveryKeyEnds();
        redis.close();
    }

    @Override
    public ChallengeStore store(CodePolicy policy) {
        return new RedisChallengeStore(connection, policy, Samples.masterKey(), new SecureRandom());
    }

    @Override
    public void pass(Duration time) {
        redis.pass(time);
    }

    private ChallengeStore standard() {
        return store(CodePolicy.STANDARD);
    }

    private static Challenge another() {
        var mailbox = new Destination.Mailbox(Samples.email());
        var id = new ChallengeId(mailbox.hash(new ContactHash(Samples.masterKey())), NONCE);
        return new Challenge(id, Challenge.Purpose.LOGIN, mailbox, null, null);
    }

    @Test
    void neitherTheDestinationNorTheCodeCanBeReadThere() {
        standard().open(challenge);
        standard().arm(id, "the hash");
        Map<String, byte[]> fields = redis.commands().hgetall(key);
        assertThat(fields).containsKeys("destination", "code");
        assertThat(fields.values()).allSatisfy(value -> assertThat(new String(value, UTF_8))
                .doesNotContain(email.address(), email.canonical(), "@"));
    }

    @Test
    void allKeysOfADestinationAreInOneSlot() {
        standard().open(challenge);
        standard().guess(id, null, "wrong");
        assertThat(redis.commands().keys("otp:*:{" + id.destination() + "}"))
                .containsExactlyInAnyOrder(
                        key,
                        "otp:cooldown:{" + id.destination() + "}",
                        "otp:requests:{" + id.destination() + "}",
                        "otp:tries:{" + id.destination() + "}");
    }

    @Test
    void aDestinationThatWasMovedToAnotherChallengeIsNone() {
        standard().open(challenge);
        redis.commands().hset(key, "nonce", "m".repeat(22).getBytes(UTF_8));
        assertThat(standard().find(new ChallengeId(id.destination(), "m".repeat(22))))
                .isEmpty();
    }

    @Test
    void aServerThatCannotCountComparesNothing() {
        standard().open(challenge);
        standard().arm(id, "right");
        redis.commands().configSet("maxmemory", "1");
        try {
            assertThatExceptionOfType(ChallengeStoreUnavailable.class)
                    .isThrownBy(() -> standard().guess(id, null, "right"));
            assertThatExceptionOfType(ChallengeStoreUnavailable.class)
                    .isThrownBy(() -> standard().open(another()));
        } finally {
            redis.commands().configSet("maxmemory", "0");
        }
        assertThat(standard().guess(id, null, "right")).isEqualTo(new Guess.Right(challenge));
    }

    @Test
    void whatIsKeptEndsWithItsTime() {
        standard().open(challenge);
        standard().guess(id, null, "wrong");
        assertThat(redis.commands().pttl(key)).isBetween(290_000L, 300_000L);
        assertThat(redis.commands().pttl("otp:cooldown:{" + id.destination() + "}"))
                .isBetween(50_000L, 60_000L);
    }
}
