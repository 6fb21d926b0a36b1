package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.Challenge.Purpose;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodeAllowance;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.ChallengeStore.Guess;
import dev.gatehouse.identity.port.ChallengeStore.Opening;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of challenges promises, as long as it remembers. */
public interface ChallengeStoreContract {

    /** A code that is never too soon. */
    CodePolicy EAGER = new CodePolicy(
            Duration.ofMinutes(5),
            5,
            1_000,
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            100,
            Duration.ofDays(1),
            1_000);

    String RIGHT = "the hash of the right code";
    String WRONG = "the hash of another code";

    /** The store under a policy, empty but for what other tests did with other destinations. */
    ChallengeStore store(CodePolicy policy);

    /** Lets time pass by the store's clock, or a little more. */
    void pass(Duration time);

    private static Challenge challenge(Destination destination, @Nullable UserId requester) {
        var contacts = new ContactHash(Samples.masterKey());
        String nonce = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        return new Challenge(
                new ChallengeId(destination.hash(contacts), nonce), Purpose.LOGIN, destination, requester, null);
    }

    private static Challenge challenge() {
        return challenge(new Destination.Mailbox(Samples.email()), null);
    }

    /** Opens and arms a challenge, after the time of the eager policy. */
    private ChallengeId armed(ChallengeStore store, Challenge challenge) {
        pass(Duration.ofMillis(2));
        assertThat(store.open(challenge)).isEqualTo(new Opening.Opened());
        assertThat(store.arm(challenge.id(), RIGHT)).isTrue();
        return challenge.id();
    }

    private ChallengeId armed(ChallengeStore store) {
        return armed(store, challenge());
    }

    @Test
    default void aChallengeIsFoundAsItWasOpened() {
        ChallengeStore store = store(EAGER);
        var telephone = new Destination.Telephone(PhoneNumber.of("+4179" + (System.nanoTime() % 10_000_000)));
        var id = challenge(telephone, null).id();
        var full = new Challenge(id, Purpose.VERIFY, telephone, Samples.userId(), Locale.forLanguageTag("de-CH"));
        store.open(full);
        assertThat(store.find(id)).contains(full);
        Challenge bare = challenge();
        store.open(bare);
        assertThat(store.find(bare.id())).contains(bare);
        assertThat(store.find(challenge().id())).isEmpty();
    }

    @Test
    default void theRightCodeIsRightOnce() {
        ChallengeStore store = store(EAGER);
        Challenge challenge = challenge();
        ChallengeId id = armed(store, challenge);
        assertThat(store.guess(id, null, WRONG)).isEqualTo(new Guess.Wrong());
        assertThat(store.guess(id, null, RIGHT)).isEqualTo(new Guess.Right(challenge));
        assertThat(store.guess(id, null, RIGHT)).isEqualTo(new Guess.Gone());
        assertThat(store.find(id)).isEmpty();
        assertThat(store.arm(id, RIGHT)).isFalse();
    }

    @Test
    default void ofFiftyRightGuessesAtOnceOneIsRight() {
        ChallengeStore store = store(EAGER);
        ChallengeId id = armed(store);
        List<Guess> guesses = InParallel.run(50, number -> store.guess(id, null, RIGHT));
        assertThat(guesses).filteredOn(Guess.Right.class::isInstance).hasSize(1);
        assertThat(guesses).filteredOn(Guess.Gone.class::isInstance).hasSize(49);
    }

    @Test
    default void ofAHundredWrongGuessesAtOnceFiveAreLookedAtAndTheRightCodeIsRefusedAfterwards() {
        ChallengeStore store = store(EAGER);
        ChallengeId id = armed(store);
        List<Guess> guesses = InParallel.run(100, number -> store.guess(id, null, WRONG));
        assertThat(guesses).filteredOn(Guess.Wrong.class::isInstance).hasSize(5);
        assertThat(guesses).filteredOn(Guess.Gone.class::isInstance).hasSize(95);
        assertThat(store.guess(id, null, RIGHT)).isEqualTo(new Guess.Gone());
    }

    @Test
    default void aNewChallengeEndsTheOld() {
        ChallengeStore store = store(EAGER);
        var destination = new Destination.Mailbox(Samples.email());
        ChallengeId old = armed(store, challenge(destination, null));
        ChallengeId next = armed(store, challenge(destination, null));
        assertThat(store.find(old)).isEmpty();
        assertThat(store.arm(old, RIGHT)).isFalse();
        assertThat(store.guess(old, null, RIGHT)).isEqualTo(new Guess.Gone());
        assertThat(store.guess(next, null, RIGHT)).isInstanceOf(Guess.Right.class);
    }

    @Test
    default void ofManyChallengesAtOnceOneIsOpened() {
        ChallengeStore store = store(CodePolicy.STANDARD);
        var destination = new Destination.Mailbox(Samples.email());
        assertThat(InParallel.run(20, number -> store.open(challenge(destination, null))))
                .filteredOn(Opening.Opened.class::isInstance)
                .hasSize(1);
    }

    @Test
    default void withinTheCooldownNothingIsOpenedAndTheOldOneStays() {
        ChallengeStore store = store(CodePolicy.STANDARD);
        var destination = new Destination.Mailbox(Samples.email());
        Challenge first = challenge(destination, null);
        store.open(first);
        assertThat(store.open(challenge(destination, null)))
                .isInstanceOfSatisfying(Opening.TooSoon.class, soon -> assertThat(soon.retryAfter())
                        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
        assertThat(store.find(first.id())).contains(first);
        assertThat(store.open(challenge())).isEqualTo(new Opening.Opened());
    }

    @Test
    default void aWindowAndADayHaveTheirRequestsAndNoMore() {
        var destination = new Destination.Mailbox(Samples.email());
        ChallengeStore store = store(new CodePolicy(
                Duration.ofMinutes(5), 5, 20, Duration.ofMillis(1), Duration.ofMillis(400), 2, Duration.ofDays(1), 3));
        armed(store, challenge(destination, null));
        armed(store, challenge(destination, null));
        pass(Duration.ofMillis(2));
        assertThat(store.open(challenge(destination, null)))
                .isInstanceOfSatisfying(Opening.TooSoon.class, soon -> assertThat(soon.retryAfter())
                        .isBetween(Duration.ofMillis(1), Duration.ofMillis(400)));
        pass(Duration.ofMillis(401));
        armed(store, challenge(destination, null));
        pass(Duration.ofMillis(401));
        assertThat(store.open(challenge(destination, null)))
                .isInstanceOfSatisfying(Opening.TooSoon.class, soon -> assertThat(soon.retryAfter())
                        .isBetween(Duration.ofHours(23), Duration.ofDays(1)));
    }

    @Test
    default void aDayHasItsTriesWhateverTheNumberOfChallengesAndRightOnesAreNone() {
        ChallengeStore store = store(new CodePolicy(
                Duration.ofMinutes(5),
                5,
                7,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                100,
                Duration.ofDays(1),
                1_000));
        var destination = new Destination.Mailbox(Samples.email());
        for (int i = 0; i < 10; i++) {
            assertThat(store.guess(armed(store, challenge(destination, null)), null, RIGHT))
                    .isInstanceOf(Guess.Right.class);
        }
        ChallengeId first = armed(store, challenge(destination, null));
        for (int i = 0; i < 5; i++) {
            assertThat(store.guess(first, null, WRONG)).isEqualTo(new Guess.Wrong());
        }
        ChallengeId second = armed(store, challenge(destination, null));
        assertThat(store.guess(second, null, WRONG)).isEqualTo(new Guess.Wrong());
        assertThat(store.guess(second, null, WRONG)).isEqualTo(new Guess.Wrong());
        assertThat(store.guess(second, null, RIGHT)).isEqualTo(new Guess.Gone());
        ChallengeId third = armed(store, challenge(destination, null));
        assertThat(store.guess(third, null, RIGHT)).isEqualTo(new Guess.Gone());
    }

    @Test
    default void onlyWhoAskedMayAnswerAndOthersUseUpNoTry() {
        ChallengeStore store = store(EAGER);
        UserId requester = Samples.userId();
        ChallengeId id = armed(store, challenge(new Destination.Mailbox(Samples.email()), requester));
        for (int i = 0; i < 10; i++) {
            assertThat(store.guess(id, null, RIGHT)).isEqualTo(new Guess.Gone());
            assertThat(store.guess(id, Samples.userId(), RIGHT)).isEqualTo(new Guess.Gone());
        }
        assertThat(store.guess(id, requester, RIGHT)).isInstanceOf(Guess.Right.class);
    }

    @Test
    default void whatNobodyInParticularAskedForAnybodyMayAnswer() {
        ChallengeStore store = store(EAGER);
        assertThat(store.guess(armed(store), Samples.userId(), RIGHT)).isInstanceOf(Guess.Right.class);
    }

    @Test
    default void aChallengeWithoutACodeHasNoRightOne() {
        ChallengeStore store = store(EAGER);
        Challenge challenge = challenge();
        store.open(challenge);
        assertThat(store.guess(challenge.id(), null, RIGHT)).isEqualTo(new Guess.Wrong());
        assertThat(store.guess(challenge.id(), null, "")).isEqualTo(new Guess.Wrong());
    }

    @Test
    default void anotherCodeTakesThePlaceOfTheFirstAndTheTriesGoOn() {
        ChallengeStore store = store(EAGER);
        ChallengeId id = armed(store);
        assertThat(store.arm(id, "the hash of the next code")).isTrue();
        for (int i = 0; i < 4; i++) {
            assertThat(store.guess(id, null, RIGHT)).isEqualTo(new Guess.Wrong());
        }
        assertThat(store.guess(id, null, "the hash of the next code")).isInstanceOf(Guess.Right.class);
    }

    @Test
    default void aChallengeEndsWithItsTime() {
        ChallengeStore store = store(new CodePolicy(
                Duration.ofMillis(50), 5, 20, Duration.ofMillis(1), Duration.ofMillis(1), 5, Duration.ofDays(1), 10));
        ChallengeId id = armed(store);
        pass(Duration.ofMillis(51));
        assertThat(store.find(id)).isEmpty();
        assertThat(store.arm(id, RIGHT)).isFalse();
        assertThat(store.guess(id, null, RIGHT)).isEqualTo(new Guess.Gone());
    }

    @Test
    default void whatIsLeftIsSeenWithoutBeingTaken() {
        ChallengeStore store = store(CodePolicy.STANDARD);
        Challenge challenge = challenge();
        String destination = challenge.id().destination();
        assertThat(store.look(destination)).isEqualTo(new CodeAllowance(Duration.ZERO, 20));
        store.open(challenge);
        store.arm(challenge.id(), RIGHT);
        store.guess(challenge.id(), null, WRONG);
        store.look(destination);
        assertThat(store.look(destination)).satisfies(left -> {
            assertThat(left.nextIn()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
            assertThat(left.triesLeft()).isEqualTo(19);
        });
        assertThat(store.guess(challenge.id(), null, RIGHT)).isInstanceOf(Guess.Right.class);
        assertThat(store.look(destination).triesLeft()).isEqualTo(19);
    }

    @Test
    default void whatIsLeftIsSeenWhenAllIsUsedUp() {
        ChallengeStore store = store(new CodePolicy(
                Duration.ofMinutes(5), 5, 2, Duration.ofMillis(1), Duration.ofMillis(1), 100, Duration.ofDays(1), 2));
        var mailbox = new Destination.Mailbox(Samples.email());
        ChallengeId first = armed(store, challenge(mailbox, null));
        store.guess(first, null, WRONG);
        assertThat(store.look(first.destination()).nextIn()).isLessThanOrEqualTo(Duration.ofMillis(1));
        ChallengeId second = armed(store, challenge(mailbox, null));
        store.guess(second, null, WRONG);
        store.guess(second, null, WRONG);
        assertThat(store.look(second.destination())).satisfies(left -> {
            assertThat(left.nextIn()).isBetween(Duration.ofHours(23), Duration.ofDays(1));
            assertThat(left.triesLeft()).isZero();
        });
    }
}
