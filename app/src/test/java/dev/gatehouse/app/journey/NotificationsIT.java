package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.NotificationStreams;
import dev.gatehouse.notification.NotifyUser;
import dev.gatehouse.notification.model.UserNotification;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users are notified of, over HTTP, with two instances. */
final class NotificationsIT {

    private static final String CHANNEL = "user:notifications";

    private static Servers servers;
    private static Gatehouse here;
    private static Gatehouse elsewhere;
    private static RedisClient client;
    private static RedisCommands<String, String> redis;

    private final List<Follower> followers = new ArrayList<>();
    private Account account;

    @BeforeAll
    static void start() {
        servers = Servers.fresh("notifications");
        here = Gatehouse.start(servers, Map.of());
        elsewhere = Gatehouse.start(servers, Map.of("JWT_EXPIRES_IN", "3s"));
        var server = servers.redis();
        client = RedisClient.create(RedisURI.builder()
                .withHost(server.host())
                .withPort(server.port())
                .withPassword(server.password().toCharArray())
                .build());
        redis = client.connect().sync();
        Eventually.holds("both listen", () -> redis.pubsubNumsub(CHANNEL).getOrDefault(CHANNEL, 0L) == 2);
    }

    @AfterAll
    static void stop() {
        client.close();
        elsewhere.close();
        here.close();
        servers.close();
    }

    @BeforeEach
    void register() {
        account = here.api().register();
    }

    @AfterEach
    void leave() {
        followers.forEach(Follower::close);
        Eventually.holds("all streams have ended", () -> open(here) == 0 && open(elsewhere) == 0);
    }

    private Follower follower(Gatehouse gatehouse, String accessToken) {
        var follower = new Follower(gatehouse.api(), accessToken);
        followers.add(follower);
        return follower;
    }

    private Follower follower() {
        return follower(here, account.accessToken());
    }

    private static int open(Gatehouse gatehouse) {
        return gatehouse.bean(NotificationStreams.class).count();
    }

    private static String idOf(Account account) {
        return account.registered().at("/user/id");
    }

    private static void publishedByHand(Account account, String message) {
        redis.publish(
                CHANNEL,
                "{\"userId\": \"%s\", \"type\": \"message\", \"data\": {\"message\": \"%s\"}}"
                        .formatted(idOf(account), message));
    }

    @Test
    void aStreamOpensAtOnceAndSaysWhatItIs() {
        var follower = follower();

        assertThat(follower.status()).isEqualTo(200);
        assertThat(follower.comment()).containsExactly(": open");
        assertThat(follower.header("Content-Type")).startsWith("text/event-stream");
        assertThat(follower.header("Cache-Control")).isEqualTo("no-store");
        assertThat(follower.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(follower.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(follower.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(follower.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void whatAnyRedisClientPublishesForAUserIsHeardByThatUserAlone() {
        var other = here.api().register();
        var follower = follower();
        var stranger = follower(here, other.accessToken());

        publishedByHand(other, "for somebody else");
        publishedByHand(account, "Hello!");

        assertThat(follower.event()).containsExactly("event: message", "data: {\"message\":\"Hello!\"}");
        assertThat(stranger.event()).containsExactly("event: message", "data: {\"message\":\"for somebody else\"}");
    }

    @Test
    void whatAnotherInstanceTellsIsHeardOnEveryDevice() {
        var second = here.api().logIn(account.email(), Api.PASSWORD).at("/accessToken");
        var devices = List.of(follower(), follower(here, second));
        var user = new UserId(UUID.fromString(idOf(account)));

        elsewhere
                .bean(NotifyUser.class)
                .handle(new NotifyUser.Command(new UserNotification(user, "a.b", Map.of("text", "line\nline: é"))));

        assertThat(devices).allSatisfy(device -> assertThat(device.event())
                .containsExactly("event: a.b", "data: {\"text\":\"line\\nline: é\"}"));
    }

    @Test
    void aReusedRefreshTokenIsToldOnTheUsersOtherDevices() {
        var otherDevice = follower(
                elsewhere, here.api().logIn(account.email(), Api.PASSWORD).at("/accessToken"));
        var next = here.api().refresh(account.refreshToken()).at("/refreshToken");
        assertThat(here.api().refresh(next).status()).isEqualTo(200);

        assertThat(here.api().refresh(account.refreshToken()).code()).isEqualTo("refresh-token-reused");

        assertThat(otherDevice.event())
                .startsWith("event: security.refresh-token-reused")
                .last(InstanceOfAssertFactories.STRING)
                .contains("\"session\":\"" + account.registered().at("/session/id") + "\"");
    }

    @Test
    void nobodyHearsNothing() {
        var refused = here.api().get("/api/auth/notifications", "Accept", "text/event-stream");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("unauthenticated");
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aClientThatWantsNoEventsGetsNone() {
        var bearer = "Bearer " + account.accessToken();

        assertThat(here.api()
                        .get("/api/auth/notifications", "Authorization", bearer, "Accept", "application/json")
                        .code())
                .isEqualTo("not-acceptable");
        assertThat(here.api()
                        .send(here.api()
                                .request("/api/auth/notifications", "Authorization", bearer)
                                .HEAD())
                        .status())
                .isEqualTo(405);
        assertThat(open(here)).isZero();
    }

    @Test
    void aSilentStreamIsKeptAliveBeyondTheIdleTimeOut() {
        var settings = Map.of("gatehouse.notification-heartbeat", "200ms", "micronaut.server.idle-timeout", "1s");
        try (var impatient = Gatehouse.start(servers, settings);
                var follower = new Follower(impatient.api(), account.accessToken())) {
            assertThat(follower.comment()).containsExactly(": open");
            for (int beat = 0; beat < 10; beat++) {
                assertThat(follower.comment()).containsExactly(": still here");
            }
            publishedByHand(account, "after two seconds");

            assertThat(follower.event()).contains("data: {\"message\":\"after two seconds\"}");
        }
    }

    @Test
    void loggingOutEndsTheStreamsOfThatSessionOnEveryInstance() {
        var second = here.api().logIn(account.email(), Api.PASSWORD).at("/accessToken");
        var same = follower();
        var away = follower(elsewhere, account.accessToken());
        var otherDevice = follower(here, second);

        assertThat(here.api().logOut(account.accessToken()).status()).isEqualTo(204);

        assertThat(same.ends()).isTrue();
        assertThat(away.ends()).isTrue();
        publishedByHand(account, "still heard");
        assertThat(otherDevice.event()).contains("data: {\"message\":\"still heard\"}");
    }

    @Test
    void loggingOutEverywhereEndsAllStreams() {
        var second = here.api().logIn(account.email(), Api.PASSWORD).at("/accessToken");
        var devices = List.of(follower(), follower(elsewhere, second));

        var answer = here.api()
                .send(here.api()
                        .request("/api/auth/logout-all", "Authorization", "Bearer " + second)
                        .POST(BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(devices).allMatch(Follower::ends);
    }

    @Test
    void aStreamEndsWithItsToken() {
        var brief = elsewhere.api().logIn(account.email(), Api.PASSWORD).at("/accessToken");
        var lasting = follower();
        var passing = follower(here, brief);
        assertThat(passing.comment()).containsExactly(": open");

        assertThat(passing.ends()).isTrue();
        assertThat(lasting.hasEnded()).isFalse();
    }

    @Test
    void anEleventhStreamIsOneTooMany() {
        for (int number = 0; number < 10; number++) {
            assertThat(follower().status()).isEqualTo(200);
        }

        var refused = here.api().get("/api/auth/notifications", "Authorization", "Bearer " + account.accessToken());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-streams");
        followers.getFirst().close();
        Eventually.holds("one has ended", () -> open(here) == 9);
        assertThat(follower().status()).isEqualTo(200);
    }

    @Test
    void aClientThatGoesAwayLeavesNothingBehind() {
        var follower = follower();
        assertThat(open(here)).isEqualTo(1);

        follower.close();

        Eventually.holds("none is left", () -> open(here) == 0);
    }

    @Test
    void aClientThatDoesNotReadIsDropped() throws IOException {
        try (var idler = new Socket()) {
            idler.setReceiveBufferSize(4_096);
            idler.connect(new InetSocketAddress("localhost", here.api().port()));
            var request = "GET /api/auth/notifications HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(account.accessToken());
            idler.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Eventually.holds("it is open", () -> open(here) == 1);
            var reader = follower();
            String message = "x".repeat(4_000);

            Eventually.holds("it is dropped", () -> {
                publishedByHand(account, message);
                return reader.event().size() == 2 && open(here) == 1;
            });
        }
    }

    @Test
    void aShutdownEndsStreamsAtOnce() {
        var leaving = Gatehouse.start(servers, Map.of());
        var follower = follower(leaving, account.accessToken());
        assertThat(follower.comment()).containsExactly(": open");
        long begin = System.nanoTime();

        leaving.close();

        assertThat(follower.ends()).isTrue();
        // Were it waited for, it would take the 15 seconds that requests in flight are given.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
}
