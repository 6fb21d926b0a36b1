package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.identity.port.InParallel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the annotations do for settings, over two instances: how often Postgres is asked, and that nothing old is shown. */
final class CachedConfigIT {

    private static Servers servers;
    private static List<Gatehouse> instances;
    private static Config here;
    private static Config elsewhere;

    private final String section = "test-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        servers = Servers.fresh("cached-config");
        var counted = Map.of("datasources.default.driver-class-name", CountedDriver.class.getName());
        instances = List.of(Gatehouse.start(servers, counted), Gatehouse.start(servers, counted));
        here = new Config(instances.getFirst().api(), administrator());
        elsewhere = new Config(instances.getLast().api(), here.token());
    }

    private static String administrator() {
        Api api = instances.getFirst().api();
        var account = api.register();
        Sql.column(
                servers,
                "UPDATE identity.users SET role = 'ADMIN' WHERE id = ?::uuid RETURNING id",
                account.registered().at("/user/id"));
        return api.logIn(account.email(), Api.PASSWORD).at("/accessToken");
    }

    @AfterAll
    static void stop() {
        instances.forEach(Gatehouse::close);
        servers.close();
    }

    private static List<String> queries() {
        return CountedDriver.STATEMENTS.stream()
                .filter(statement -> statement.contains("FROM settings.sections"))
                .toList();
    }

    private void chat(Config on, String state) {
        assertThat(on.put(section, "{\"chat\":\"" + state + "\"}").status()).isEqualTo(200);
    }

    private String chat(Config on) {
        Api.Answer answer = on.get(section);
        assertThat(answer.status()).isEqualTo(200);
        return answer.at("/entries/chat");
    }

    private static void awaitRelay() {
        Eventually.holds("all events were handled", () -> Sql.column(
                        servers, "SELECT 1 FROM events.outbox UNION ALL SELECT 1 FROM events.deliveries")
                .isEmpty());
    }

    @Test
    void aWarmSectionIsNoStatementOnWhateverInstance() {
        chat(here, "on");
        awaitRelay();
        assertThat(chat(here)).isEqualTo("on");
        CountedDriver.STATEMENTS.clear();
        for (int i = 0; i < 10; i++) {
            assertThat(chat(here)).isEqualTo("on");
            assertThat(chat(elsewhere)).isEqualTo("on");
        }
        assertThat(CountedDriver.STATEMENTS).isEmpty();
    }

    /** After an outage, which another test makes, nothing is kept for a moment. */
    @BeforeEach
    void awaitTrust() {
        for (Config instance : List.of(here, elsewhere)) {
            Eventually.holds("the cache is trusted", () -> {
                CountedDriver.STATEMENTS.clear();
                instance.get("trusted");
                instance.get("trusted");
                return queries().size() <= 1;
            });
        }
    }

    @Test
    void aSectionThatIsNotThereIsAskedForOnce() {
        CountedDriver.STATEMENTS.clear();
        for (int i = 0; i < 10; i++) {
            assertThat(here.get(section).status()).isEqualTo(404);
        }
        assertThat(queries()).hasSize(1);
    }

    @Test
    void whatIsChangedOnOneInstanceIsSeenOnTheOtherAtOnce() {
        for (int i = 0; i < 20; i++) {
            Config writer = i % 2 == 0 ? here : elsewhere;
            chat(writer, "" + i);
            assertThat(chat(here)).isEqualTo("" + i);
            assertThat(chat(elsewhere)).isEqualTo("" + i);
        }
        assertThat(elsewhere.delete(section).status()).isEqualTo(204);
        assertThat(here.get(section).status()).isEqualTo(404);
    }

    @Test
    void twoHundredReadsOfAColdSectionAreOneQuery() {
        chat(here, "on");
        awaitRelay();
        CountedDriver.STATEMENTS.clear();

        var read = InParallel.run(200, number -> chat(here));

        assertThat(read).hasSize(200).containsOnly("on");
        assertThat(queries()).hasSize(1);
    }

    /** The other instance notices nothing of the outage, and is told by the event. */
    @Test
    void whatIsChangedWhileRedisIsAwayIsSeenMeanwhileAndAfterwards() {
        chat(here, "on");
        awaitRelay();
        assertThat(chat(here)).isEqualTo("on");
        assertThat(chat(elsewhere)).isEqualTo("on");

        servers.redis().stop();
        assertThat(chat(here)).isEqualTo("on");
        chat(here, "off");
        assertThat(chat(here)).isEqualTo("off");
        servers.redis().start();

        assertThat(chat(here)).isEqualTo("off");
        Eventually.holds("the other instance heard of it", () -> chat(elsewhere).equals("off"));
        assertThat(chat(here)).isEqualTo("off");
    }
}
