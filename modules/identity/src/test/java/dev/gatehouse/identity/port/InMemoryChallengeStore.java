package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Challenge;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.CodeAllowance;
import dev.gatehouse.identity.model.CodePolicy;
import dev.gatehouse.identity.model.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Challenges in memory; it can be told to fail. */
public final class InMemoryChallengeStore implements ChallengeStore {

    private static final class Open {
        private final Challenge challenge;
        private final Instant until;
        private @Nullable String code;
        private int tries;

        private Open(Challenge challenge, Instant until) {
            this.challenge = challenge;
            this.until = until;
        }
    }

    private final CodePolicy policy;
    private final Clock clock;
    private final Map<String, Open> challenges = new HashMap<>();
    private final Map<String, List<Instant>> requests = new HashMap<>();
    private final Map<String, List<Instant>> tries = new HashMap<>();
    private volatile boolean failing;

    public InMemoryChallengeStore(CodePolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    @Override
    public synchronized Opening open(Challenge challenge) {
        answer();
        Instant now = clock.instant();
        String destination = challenge.id().destination();
        Duration wait = nextIn(destination);
        if (wait.isPositive()) {
            return new Opening.TooSoon(wait);
        }
        requests.computeIfAbsent(destination, first -> new ArrayList<>()).add(now);
        challenges.put(destination, new Open(challenge, now.plus(policy.life())));
        return new Opening.Opened();
    }

    @Override
    public synchronized Optional<Challenge> find(ChallengeId id) {
        answer();
        return stored(id).map(open -> open.challenge);
    }

    @Override
    public synchronized boolean arm(ChallengeId id, String codeHash) {
        answer();
        return stored(id).map(open -> open.code = codeHash).isPresent();
    }

    @Override
    public synchronized CodeAllowance look(String destination) {
        answer();
        Instant before = clock.instant().minus(policy.day());
        long today = tries.getOrDefault(destination, List.of()).stream()
                .filter(at -> at.isAfter(before))
                .count();
        return new CodeAllowance(nextIn(destination), Math.max(0, policy.dailyTries() - (int) today));
    }

    private Duration nextIn(String destination) {
        List<Instant> times = requests.getOrDefault(destination, List.of());
        return Stream.of(
                        Duration.ZERO,
                        wait(times, policy.cooldown(), 1),
                        wait(times, policy.window(), policy.requests()),
                        wait(times, policy.day(), policy.dailyRequests()))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    @Override
    public synchronized Guess guess(ChallengeId id, @Nullable UserId guessing, String codeHash) {
        answer();
        Optional<Open> found = stored(id).filter(open -> open.challenge.isFor(guessing));
        List<Instant> times = tries.computeIfAbsent(id.destination(), first -> new ArrayList<>());
        if (found.isEmpty()
                || found.get().tries >= policy.tries()
                || wait(times, policy.day(), policy.dailyTries()).isPositive()) {
            return new Guess.Gone();
        }
        Open open = found.get();
        open.tries++;
        if (codeHash.equals(open.code)) {
            challenges.remove(id.destination());
            return new Guess.Right(open.challenge);
        }
        times.add(clock.instant());
        return new Guess.Wrong();
    }

    private Optional<Open> stored(ChallengeId id) {
        return Optional.ofNullable(challenges.get(id.destination()))
                .filter(open ->
                        open.challenge.id().equals(id) && clock.instant().isBefore(open.until));
    }

    /** How long until fewer than {@code most} of the times are within a span. */
    private Duration wait(List<Instant> times, Duration span, int most) {
        return times.size() < most
                ? Duration.ZERO
                : Duration.between(
                        clock.instant(), times.get(times.size() - most).plus(span));
    }

    private void answer() {
        if (failing) {
            throw new ChallengeStoreUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
