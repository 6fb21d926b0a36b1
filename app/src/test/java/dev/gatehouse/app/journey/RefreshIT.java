package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Refreshing: many at once, again after a lost answer, and by somebody who stole a token. */
final class RefreshIT {

    private static final Gatehouse gatehouse = Gatehouse.shared();
    private static Gatehouse withoutGrace;
    private static final Api api = gatehouse.api();

    @BeforeAll
    static void start() {
        withoutGrace = Gatehouse.start(Map.of("GATEHOUSE_REFRESH_GRACE", "0s"));
    }

    @AfterAll
    static void stop() {
        withoutGrace.close();
    }

    @Test
    void everyTokenIsGoodForTheNext() {
        var account = api.register();

        var second = api.refresh(account.refreshToken());
        var third = api.refresh(second.at("/refreshToken"));

        assertThat(List.of(second.status(), third.status())).containsOnly(200);
        assertThat(third.at("/session/id")).isEqualTo(account.registered().at("/session/id"));
        assertThat(api.profile(third.at("/accessToken")).status()).isEqualTo(200);
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void fiftyAtOnceGetOneSuccessorOfOneGeneration() throws Exception {
        var account = api.register();

        List<Answer> answers = atOnce(50, () -> api.refresh(account.refreshToken()));

        assertThat(answers).extracting(Answer::status).containsOnly(200).hasSize(50);
        var successors = answers.stream()
                .map(answer -> answer.at("/refreshToken"))
                .distinct()
                .toList();
        assertThat(successors).hasSize(1);
        assertThat(part(successors.getFirst(), 2)).isEqualTo("1");
        assertThat(api.refresh(successors.getFirst()).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatComesAgainAfterTheGraceEndsTheSessionForEverybody() {
        var account = api.register();
        var strict = withoutGrace.api();
        var successor = strict.refresh(account.refreshToken());

        var reused = strict.refresh(account.refreshToken());
        var again = strict.refresh(account.refreshToken());

        assertThat(reused.status()).isEqualTo(401);
        assertThat(reused.code()).isEqualTo("refresh-token-reused");
        assertThat(again.code()).isEqualTo("invalid-refresh-token");
        assertThat(strict.refresh(successor.at("/refreshToken")).status()).isEqualTo(401);
        assertThat(strict.profile(successor.at("/accessToken")).status()).isEqualTo(401);
        assertThat(JourneyEvents.of(
                        JourneyEvents.REUSED,
                        UUID.fromString(account.registered().at("/user/id"))))
                .hasSize(1);
    }

    @Test
    void anotherDeviceInsideTheGraceIsAThief() {
        var account = api.register();
        var successor = api.refresh(account.refreshToken());

        var thief = api.refresh(account.refreshToken(), "User-Agent", "somebody else");

        assertThat(thief.code()).isEqualTo("refresh-token-reused");
        assertThat(api.refresh(successor.at("/refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void aForgedOrFutureTokenChangesNothing() {
        var account = api.register();
        var mac = part(account.refreshToken(), 3);
        var forged = "v1." + part(account.refreshToken(), 1) + ".1." + mac;

        assertThat(api.refresh(forged).code()).isEqualTo("invalid-refresh-token");
        assertThat(api.refresh("v1." + UUID.randomUUID() + ".0." + mac).code()).isEqualTo("invalid-refresh-token");
        assertThat(api.refresh("").code()).isEqualTo("invalid-refresh-token");
        assertThat(api.refresh(account.refreshToken()).status()).isEqualTo(200);
    }

    static <T> List<T> atOnce(int number, Callable<T> task) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = threads.invokeAll(
                    IntStream.range(0, number).mapToObj(i -> task).toList());
            var results = new java.util.ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static String part(String token, int number) {
        return token.split("\\.", -1)[number];
    }
}
