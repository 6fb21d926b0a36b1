package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.events.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users see of a Gatehouse whose Redis is several servers: nothing. */
interface ManyRedisServersJourney {

    String KEYS = "/.well-known/jwks.json";

    /** The limits that come with Gatehouse, behind a proxy that is trusted: each test is a client of its own. */
    Map<String, String> USUAL = Map.of(
            "GATEHOUSE_RATE_LIMITS", "",
            "GATEHOUSE_LOCKOUT_THRESHOLD", "5",
            "GATEHOUSE_HASH_PERMITS", "16",
            // Where Redis is late, each instance counts for itself: these tests are about numbers, not about time.
            "gatehouse.redis-patience", "3s",
            "GATEHOUSE_TRUSTED_PROXIES", "127.0.0.1/32,::1/128");

    Api here();

    Api elsewhere();

    /** Kills a master, of the cluster or the only one. */
    void kill();

    private static Account registered(Api api, String[] address) {
        String email = Api.freshEmail();
        Answer answer = api.post(
                "/api/auth/register",
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada Lovelace\"}".formatted(email, Api.PASSWORD),
                address);
        assertThat(answer.status()).isEqualTo(201);
        return new Account(email, answer);
    }

    private static Answer logIn(Api api, String email, String password, String[] address) {
        return api.post(
                "/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password), address);
    }

    private static Answer profile(Api api, String token) {
        return api.get("/api/auth/profile", Address.with(Address.fresh(), token));
    }

    private static List<Answer> inParallel(int requests, IntFunction<Answer> request) {
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests; i++) {
                int number = i;
                answers.add(threads.submit(() -> request.apply(number)));
            }
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    @Test
    default void whoRegistersHereIsKnownElsewhereUntilTheyLogOut() {
        String[] address = Address.fresh();
        Account account = registered(here(), address);
        String token =
                logIn(elsewhere(), account.email(), Api.PASSWORD, address).at("/accessToken");
        for (Api api : List.of(here(), elsewhere(), here(), elsewhere())) {
            Answer answer = profile(api, token);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy").orElseThrow())
                    .contains("\"ip-global\";q=100;w=60", "\"profile-read\";q=300;w=60");
        }
        String[] bearer = Address.with(address, token);
        assertThat(here().put("/api/auth/profile", "{\"name\":\"Augusta King\"}", bearer)
                        .status())
                .isEqualTo(200);
        assertThat(profile(elsewhere(), token).at("/name")).isEqualTo("Augusta King");
        assertThat(here().put("/api/auth/profile/preferences", "{\"theme\":\"dark\"}", bearer)
                        .status())
                .isEqualTo(200);
        assertThat(elsewhere().get("/api/auth/profile/preferences", bearer).at("/theme"))
                .isEqualTo("dark");
        assertThat(here().logOut(token).status()).isEqualTo(204);
        assertThat(profile(here(), token).status()).isEqualTo(401);
        Eventually.holds(
                "the end is known elsewhere", () -> profile(elsewhere(), token).status() == 401);
    }

    @Test
    default void listsShowWhatWasAddedElsewhere() {
        String[] address = Address.fresh();
        String[] bearer = Address.with(address, registered(here(), address).accessToken());
        for (int i = 1; i <= 3; i++) {
            Api api = i % 2 == 0 ? here() : elsewhere();
            assertThat(api.post(Vehicles.PATH, Vehicles.body(), bearer).status())
                    .isEqualTo(201);
            for (Api any : List.of(here(), elsewhere())) {
                assertThat(any.get(Vehicles.PATH, bearer).body().at("/items")).hasSize(i);
            }
        }
    }

    @Test
    default void ofTwoHundredRequestsAtOnceAtTwoInstancesAHundredAreAnswered() {
        String[] address = Address.fresh();
        List<Answer> answers = inParallel(200, i -> (i % 2 == 0 ? here() : elsewhere()).get(KEYS, address));
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(100);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .extracting(answer ->
                        Integer.valueOf(answer.header("X-RateLimit-Remaining").orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @Test
    default void aMasterThatDiesStopsNobodyAndOpensNothing() {
        String[] address = Address.fresh();
        List<Account> accounts = Stream.generate(() -> registered(here(), Address.fresh()))
                .limit(8)
                .toList();
        Account gone = registered(here(), address);
        assertThat(here().logOut(gone.accessToken()).status()).isEqualTo(204);
        Account target = registered(here(), Address.fresh());

        kill();

        for (Account account : accounts) {
            assertThat(profile(here(), account.accessToken()).status()).isEqualTo(200);
        }
        assertThat(profile(here(), gone.accessToken()).status()).isEqualTo(401);
        List<Integer> guesses = IntStream.range(0, 40)
                .mapToObj(i -> logIn(here(), target.email(), "wrong horse battery", Address.fresh()))
                .map(Answer::status)
                .toList();
        assertThat(guesses).isSubsetOf(401, 429, 503);
        // Five of the shared count at most, and as many of this instance while a master was away.
        assertThat(guesses).filteredOn(status -> status == 401).hasSizeBetween(1, 10);
        Eventually.holds("limits are shared again, all of them", () -> IntStream.range(0, 8)
                .allMatch(i -> isShared(Address.fresh())));
        assertThat(profile(elsewhere(), gone.accessToken()).status()).isEqualTo(401);
    }

    private boolean isShared(String[] address) {
        return List.of(here(), elsewhere()).stream()
                .map(api ->
                        api.get(KEYS, address).header("X-RateLimit-Remaining").orElseThrow())
                .toList()
                .equals(List.of("99", "98"));
    }
}
