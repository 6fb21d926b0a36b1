package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.events.Handled;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator sees what went wrong with events, and sends it on its way again. */
final class DeadLettersIT {

    private static final String PATH = "/api/admin/dead-letters";

    private static final Gatehouse gatehouse = Gatehouse.shared();
    private static final Api api = gatehouse.api();
    private static final String ADMIN = administrator();

    private static String administrator() {
        Account account = api.register();
        Sql.column(
                "UPDATE identity.users SET role = 'ADMIN' WHERE id = ?::uuid RETURNING id",
                account.registered().at("/user/id"));
        return api.logIn(account.email(), Api.PASSWORD).at("/accessToken");
    }

    @BeforeEach
    void itsHandlerRefuses() {
        JourneyEvents.HANDLER.doing(event -> new Handled.Refused("no journey goes there"));
    }

    @AfterEach
    void itsHandlerIsKindAgain() {
        JourneyEvents.HANDLER.doing(event -> new Handled.Done());
    }

    private static Answer list(String query, String token) {
        return api.get(PATH + query, "Authorization", "Bearer " + token);
    }

    private static Answer redrive(String id, String token) {
        return api.send(api.request(PATH + "/" + id + "/redrive", "Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
    }

    private static Event refused() {
        var event = new Event(
                UUID.randomUUID(),
                JourneyEvents.REFUSED,
                UUID.randomUUID(),
                Instant.parse("2026-01-02T03:04:05.678Z"),
                Map.of("why", "to see"));
        gatehouse.bean(EventLog.class).append(event);
        return event;
    }

    private static Optional<JsonNode> letter(Event event) {
        return StreamSupport.stream(
                        list("?limit=200", ADMIN).body().at("/items").spliterator(), false)
                .filter(item -> item.at("/event/id").asText().equals(event.id().toString()))
                .findFirst();
    }

    @Test
    void aDeadLetterIsShownAndRedrivenAndGone() {
        Event event = refused();
        Eventually.holds("a dead letter", () -> letter(event).isPresent());
        JsonNode letter = letter(event).orElseThrow();
        assertThat(letter.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("id", "handler", "event", "attempts", "reason", "deadAt");
        assertThat(letter.at("/handler").asText()).isEqualTo("journey");
        assertThat(letter.at("/attempts").asInt()).isZero();
        assertThat(letter.at("/reason").asText()).isEqualTo("no journey goes there");
        assertThat(Instant.parse(letter.at("/deadAt").asText())).isAfter(event.occurredAt());
        assertThat(letter.get("event").toString())
                .isEqualTo("{\"id\":\"%s\",\"type\":\"journey.refused\",\"subject\":\"%s\","
                                .formatted(event.id(), event.subject())
                        + "\"occurredAt\":\"2026-01-02T03:04:05.678Z\",\"data\":{\"why\":\"to see\"}}");
        JourneyEvents.HANDLER.doing(again -> new Handled.Done());

        assertThat(redrive(letter.at("/id").asText(), ADMIN).status()).isEqualTo(204);

        assertThat(JourneyEvents.of(JourneyEvents.REFUSED, event.subject())).containsExactly(event, event);
        assertThat(letter(event)).isEmpty();
        Problems.demand(redrive(letter.at("/id").asText(), ADMIN), 404, "not-found");
    }

    @Test
    void pagesFollowEachOther() {
        var events = Stream.generate(DeadLettersIT::refused).limit(3).toList();
        Eventually.holds("dead letters", () -> events.stream()
                .allMatch(event -> letter(event).isPresent()));

        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            Answer page = list("?limit=2" + cursor, ADMIN);
            page.body()
                    .at("/items")
                    .forEach(item -> seen.add(item.at("/event/id").asText()));
            assertThat(page.body().at("/items").size()).isBetween(1, 2);
            cursor = page.body().get("nextCursor").isNull() ? "" : "&after=" + page.at("/nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(events.stream().map(event -> event.id().toString()).toList());
    }

    @Test
    void nobodyElseSeesOrRedrivesThem() {
        String user = api.register().accessToken();
        Problems.demand(list("", user), 403, "forbidden");
        Problems.demand(redrive(UUID.randomUUID().toString(), user), 403, "forbidden");
        Problems.demand(api.get(PATH), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=-1", "?limit=x", "?limit=1e2", "?after=x"})
    void aPageThatCannotBeIsRefused(String query) {
        Answer answer = list(query, ADMIN);
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + query.substring(1, query.indexOf('=')));
    }

    @Test
    void whatIsNoIdNamesNoLetter() {
        Problems.demand(redrive("x", ADMIN), 404, "not-found");
        Problems.demand(redrive(UUID.randomUUID().toString(), ADMIN), 404, "not-found");
    }
}
