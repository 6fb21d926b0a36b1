package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.app.journey.Gatehouse.Servers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits that come with Gatehouse, to the request. */
final class RateLimitIT {

    private static final String KEYS = "/.well-known/jwks.json";

    /** The limits that come with it, behind a proxy that is trusted: each test is a client of its own. */
    private static final Map<String, String> USUAL = Map.of(
            "GATEHOUSE_RATE_LIMITS", "",
            "GATEHOUSE_LOCKOUT_THRESHOLD", "5",
            // Where Redis is late, each instance counts for itself, and where hashes are late, logins are turned away:
            // these tests are about numbers, not about time.
            "GATEHOUSE_HASH_PERMITS", "16",
            "gatehouse.redis-patience", "10s",
            "GATEHOUSE_TRUSTED_PROXIES", "127.0.0.1/32,::1/128");

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Gatehouse another;
    private static Api api;

    private final String[] address = Address.fresh();

    @BeforeAll
    static void start() {
        servers = Servers.fresh("rate-limits");
        gatehouse = Gatehouse.start(servers, USUAL);
        another = Gatehouse.start(servers, USUAL);
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        another.close();
        gatehouse.close();
        servers.close();
    }

    private static List<Answer> inParallel(int requests, IntFunction<Answer> request) {
        var answers = new ArrayList<CompletableFuture<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests; i++) {
                int number = i;
                answers.add(CompletableFuture.supplyAsync(() -> request.apply(number), threads));
            }
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static void demandAHundredOfTwo(List<Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(100);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .extracting(answer ->
                        Integer.valueOf(answer.header("X-RateLimit-Remaining").orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void ofTwoHundredRequestsAtOnceAHundredAreAnswered() {
        demandAHundredOfTwo(inParallel(200, i -> api.get(KEYS, address)));
    }

    @Test
    void ofTwoHundredRequestsAtOnceAtTwoInstancesAHundredAreAnswered() {
        demandAHundredOfTwo(
                inParallel(200, i -> (i % 2 == 0 ? gatehouse : another).api().get(KEYS, address)));
    }

    private Answer register(String path, String... headers) {
        return api.post(
                path,
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(Api.freshEmail(), Api.PASSWORD),
                headers);
    }

    @Test
    void ofTwentyRegistrationsAtOnceFiveSucceed() {
        List<Answer> answers = inParallel(20, i -> register("/api/auth/register", address));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/register/",
                "/api/auth/register?x=1",
                "/api/auth/register?",
                "/api/auth/register;x=1",
                "/api/auth//register",
                "/api/auth/./register",
                "/api/auth/x/../register",
                "/api/auth/regi%73ter",
                "/API/auth/register",
                "//api/auth/register"
            })
    void noSpellingOfAPathGainsARequest(String path) {
        for (int i = 0; i < 5; i++) {
            assertThat(register("/api/auth/register", address).status()).isEqualTo(201);
        }
        var wire = new Wire(api.port());
        String body =
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Ada\"}".formatted(Api.freshEmail(), Api.PASSWORD);
        Answer answer = wire.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address[1]
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        assertThat(answer.status()).isIn(404, 429);
        assertThat(register("/api/auth/register", address).status()).isEqualTo(429);
    }

    @Test
    void fiveHundredMadeUpAddressesAreOne() {
        try (var untrusting =
                Gatehouse.start(servers, Map.of("GATEHOUSE_RATE_LIMITS", "", "gatehouse.redis-patience", "10s"))) {
            List<Answer> answers = inParallel(
                    500, i -> untrusting.api().get(KEYS, Address.from("10.1.%d.%d".formatted(i / 250, i % 250))));
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(100);
        }
    }

    @Test
    void theAddressesOfAnIpv6NetworkAreOneAndAMappedOneIsItsIpv4Address() {
        for (String[] same : List.of(
                new String[] {"2001:db8:7::1", "2001:db8:7::2", "2001:db8:7:0:9:9:9:9"},
                new String[] {"198.51.100.77", "::ffff:198.51.100.77"})) {
            for (int i = 0; i < same.length; i++) {
                assertThat(api.get(KEYS, Address.from(same[i])).header("X-RateLimit-Remaining"))
                        .contains(Integer.toString(99 - i));
            }
        }
        assertThat(api.get(KEYS, Address.from("2001:db8:7:1::1")).header("X-RateLimit-Remaining"))
                .contains("99");
    }

    @Test
    void anAnswerSaysWhatIsLeft() {
        long now = System.currentTimeMillis() / 1_000;
        Answer answer = api.get(KEYS, address);
        assertThat(answer.header("X-RateLimit-Limit")).contains("100");
        assertThat(answer.header("X-RateLimit-Remaining")).contains("99");
        assertThat(Long.parseLong(answer.header("X-RateLimit-Reset").orElseThrow()))
                .isBetween(now + 58, now + 63);
        assertThat(answer.header("RateLimit-Policy")).contains("\"ip-global\";q=100;w=60");
        assertThat(answer.header("RateLimit")).contains("\"ip-global\";r=99;t=60");
        assertThat(answer.header("Retry-After")).isEmpty();
    }

    @Test
    void aRefusalSaysWhichLimitsAndWhenToComeBack() {
        for (int i = 0; i < 5; i++) {
            assertThat(register("/api/auth/register", address).status()).isEqualTo(201);
        }
        Answer answer = register("/api/auth/register", address);
        Problems.demand(answer, 429, "rate-limited");
        assertThat(answer.body().at("/violated-policies").toString()).isEqualTo("[\"register\"]");
        assertThat(answer.header("RateLimit-Policy")).contains("\"ip-global\";q=100;w=60, \"register\";q=5;w=60");
        String wait = answer.header("Retry-After").orElseThrow();
        assertThat(Integer.parseInt(wait)).isBetween(1, 60);
        assertThat(answer.header("RateLimit")).contains("\"register\";r=0;t=" + wait);
        assertThat(answer.header("X-RateLimit-Remaining")).contains("0");
        // It did not count against the other limit.
        assertThat(api.get(KEYS, address).header("X-RateLimit-Remaining")).contains("94");
    }

    @Test
    void whatIsNotThereIsCountedToo() {
        assertThat(api.get("/no/such/thing", address).header("X-RateLimit-Remaining"))
                .contains("99");
        assertThat(api.get("/api/auth/profile", address).header("X-RateLimit-Remaining"))
                .contains("98");
        assertThat(api.send(api.request(KEYS, address).method("HEAD", BodyPublishers.noBody()))
                        .header("X-RateLimit-Remaining"))
                .contains("97");
    }

    @Test
    void forgedTokensGainNothing() {
        List<Answer> answers = inParallel(
                150, i -> api.get("/api/auth/profile", Address.with(address, "eyJhbGciOiJFUzI1NiJ9.e30." + i)));
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(100);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(50);
    }

    @Test
    void whoGoesOnAfterARefusalCostsRedisNothing() {
        String token = register("/api/auth/register", address).at("/accessToken");
        String[] bearer = Address.with(address, token);
        inParallel(99, i -> api.get(KEYS, address));
        assertThat(api.get(KEYS, address).status()).isEqualTo(429);
        long before = scripts();
        for (int i = 0; i < 20; i++) {
            assertThat(api.get("/api/auth/profile", bearer).status()).isEqualTo(429);
            assertThat(api.get("/api/auth/profile", Address.with(address, "no token at all"))
                            .status())
                    .isEqualTo(429);
            assertThat(api.get(KEYS, address).status()).isEqualTo(429);
        }
        assertThat(scripts()).isEqualTo(before);
    }

    private static long scripts() {
        var uri = RedisURI.builder()
                .withHost(servers.redis().host())
                .withPort(servers.redis().port())
                .withPassword(servers.redis().password().toCharArray())
                .build();
        try (var client = RedisClient.create(uri);
                var connection = client.connect()) {
            return Pattern.compile("cmdstat_evalsha:calls=(\\d+)")
                    .matcher(connection.sync().info("commandstats"))
                    .results()
                    .mapToLong(match -> Long.parseLong(match.group(1)))
                    .sum();
        }
    }

    @Test
    void aUserIsCountedWhereverItComesFrom() {
        String token = register("/api/auth/register", address).at("/accessToken");
        for (int i = 0; i < 60; i++) {
            Answer answer =
                    api.put("/api/auth/profile", "{\"name\":\"Ada " + i + "\"}", Address.with(Address.fresh(), token));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("X-RateLimit-Remaining")).contains(Integer.toString(59 - i));
        }
        Answer refused =
                another.api().put("/api/auth/profile", "{\"name\":\"Ada\"}", Address.with(Address.fresh(), token));
        Problems.demand(refused, 429, "rate-limited");
        assertThat(refused.body().at("/violated-policies").toString()).isEqualTo("[\"profile-update\"]");
        assertThat(api.get("/api/auth/profile", Address.with(Address.fresh(), token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofFiftyWrongPasswordsAtOnceFiveAreLookedAtBetweenTwoInstances() {
        String email = Api.freshEmail();
        String body = "{\"email\":\"%s\",\"password\":\"wrong horse battery\"}".formatted(email);
        List<Answer> answers = inParallel(
                50, i -> (i % 2 == 0 ? gatehouse : another).api().post("/api/auth/login", body, Address.fresh()));
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 401)
                .hasSize(45)
                .allSatisfy(answer -> Problems.demand(answer, 429, "account-locked"));
    }

    @Test
    void theManagementPortHasNoLimits() {
        List<Answer> answers = inParallel(150, i -> gatehouse.management().get("/health/liveness"));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
    }
}
