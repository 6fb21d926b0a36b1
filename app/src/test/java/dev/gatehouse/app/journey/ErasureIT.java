package dev.gatehouse.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.devservices.S3Server;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.privacy.EraseDue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Somebody who has left traces everywhere is erased, and none is found. With a relay of its own. */
final class ErasureIT {

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static Servers servers;
    private static Gatehouse gatehouse;
    private static Api api;

    @BeforeAll
    static void start() {
        LOG.start();
        root().addAppender(LOG);
        servers = Servers.fresh("erasure");
        gatehouse = Gatehouse.start(servers, TestS3.variables());
        api = gatehouse.api();
    }

    @AfterAll
    static void stop() {
        root().detachAppender(LOG);
        gatehouse.close();
        servers.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** The tables, as a dump would have them, that hold a text. */
    private static List<String> tablesWith(String text) {
        return Sql.column(servers, """
                        SELECT table_schema || '.' || table_name FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        """).stream()
                .filter(table -> !Sql.column(
                                servers, "SELECT 1 FROM " + table + " t WHERE strpos(t::text, ?) > 0 LIMIT 1", text)
                        .isEmpty())
                .toList();
    }

    private static List<Path> objectsOf(Person person) {
        Path bucket = TestS3.shared().directory().resolve("buckets").resolve(S3Server.BUCKET);
        try (var files = Files.walk(bucket)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(person.id()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> loggedLines() {
        var encoder = new JsonEncoder();
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return List.copyOf(LOG.list).stream()
                .map(event -> new String(encoder.encode(event), UTF_8))
                .toList();
    }

    private static void eraseWhoIsDue(Person person) {
        Sql.column(
                servers, "UPDATE privacy.erasures SET due_at = now() WHERE person = ?::uuid RETURNING id", person.id());
        assertThat(gatehouse.bean(EraseDue.class).handle(new EraseDue.Command()))
                .isEqualTo(new EraseDue.Result.Done(1, 0));
    }

    private static void awaitEvents() {
        Eventually.holds("all events are dealt with", () -> Sql.column(
                        servers, "SELECT 1 FROM events.outbox UNION ALL SELECT 1 FROM events.deliveries")
                .isEmpty());
    }

    @Test
    void ofWhoeverIsErasedNothingIsLeftAnywhere() {
        Person person = Person.live(api);
        Users administrator = Users.administrator(api, servers);
        administrator.all("email=canary-");
        administrator.read(person.id());
        awaitEvents();
        Sql.column(servers, """
                INSERT INTO events.dead_letters (id, event_id, subject, occurred_at, attempts, handler, type, reason, data)
                VALUES (gen_random_uuid(), gen_random_uuid(), ?::uuid, now(), 5, 'mail', 'user.updated', 'in vain', '{}')
                RETURNING id
                """, person.id());

        assertThat(tablesWith(person.mark("email"))).contains("identity.users", "identity.mailings");
        assertThat(tablesWith(person.mark("newEmail"))).containsExactly("identity.mailings");
        assertThat(tablesWith(person.mark("deviceName"))).containsExactly("identity.sessions");
        assertThat(tablesWith(person.mark("userAgent"))).contains("audit.entries", "identity.sessions");
        assertThat(tablesWith(person.mark("preference"))).containsExactly("identity.preferences");
        assertThat(tablesWith(person.mark("plate"))).containsExactly("vehicle.vehicles");
        for (String cached : List.of("email", "name", "phone", "preference", "vin")) {
            assertThat(RedisContents.of(servers.redis()))
                    .as(cached)
                    .anyMatch(content -> content.contains(person.mark(cached)));
        }
        assertThat(objectsOf(person))
                .extracting(Path::toString)
                .anyMatch(file -> file.contains("/avatars/"))
                .anyMatch(file -> file.contains("/incoming/"));

        String receipt = person.erase().header("Location").orElseThrow();
        person.warm();
        eraseWhoIsDue(person);

        Problems.demand(person.export(), 401, "unauthenticated");
        Problems.demand(api.logIn(person.mark("email"), Api.PASSWORD), 401, "invalid-credentials");
        awaitEvents();
        for (String text : person.texts()) {
            assertThat(tablesWith(text)).as(text).isEmpty();
            assertThat(RedisContents.of(servers.redis())).as(text).noneMatch(content -> content.contains(text));
            assertThat(loggedLines()).as(text).noneMatch(line -> line.contains(text));
        }
        assertThat(objectsOf(person)).isEmpty();
        assertThat(Sql.column(servers, "SELECT 1 FROM events.dead_letters WHERE subject = ?::uuid", person.id()))
                .isEmpty();
        demandReceipt(api.get(receipt), person);
    }

    /** It says what was done, and nothing of whom it was done to. */
    private static void demandReceipt(Api.Answer receipt, Person person) {
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.at("/status")).isEqualTo("erased");
        assertThat(StreamSupport.stream(receipt.body().get("places").spliterator(), false)
                        .map(place -> place.get("name").asText()))
                .containsExactly("account", "audit", "caches", "events", "pictures", "vehicles");
        assertThat(receipt.body().at("/places/0/things").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(receipt.body().at("/places/3/things").asInt()).isOne();
        assertThat(receipt.body().at("/places/4/things").asInt()).isPositive();
        assertThat(receipt.body().at("/places/5/things").asInt()).isOne();
        assertThat(receipt.text()).doesNotContain(person.texts()).doesNotContain(person.id());
        assertThat(Sql.column(servers, "SELECT e::text FROM privacy.erasures e"))
                .noneMatch(row -> row.contains(person.id()));
    }

    @Test
    void whoDeletedTheirAccountBeforeTheirTimeIsErasedEverywhereAllTheSame() {
        Person person = Person.live(api);
        person.erase();
        assertThat(new Users(api, person.id(), "", person.token())
                        .delete(person.id())
                        .status())
                .isEqualTo(204);
        eraseWhoIsDue(person);
        awaitEvents();
        assertThat(objectsOf(person)).isEmpty();
        for (String text : person.texts()) {
            assertThat(tablesWith(text)).as(text).isEmpty();
        }
    }
}
