package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.webhook.WebhookReceiver;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.Eventually;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** From a request over the outbox to the webhook of another system. */
final class EventDeliveryIT {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final WebhookReceiver RECEIVER = new WebhookReceiver(SECRET);
    private static final Gatehouse.Servers SERVERS = Gatehouse.Servers.fresh("delivery");
    private static final Gatehouse GATEHOUSE = Gatehouse.start(
            SERVERS,
            Map.of(
                    "GATEHOUSE_EVENTS",
                    "webhook",
                    "GATEHOUSE_WEBHOOK_URL",
                    RECEIVER.address().toString(),
                    "GATEHOUSE_WEBHOOK_SECRET",
                    SECRET));

    private final Api api = GATEHOUSE.api();

    @AfterAll
    static void stop() {
        GATEHOUSE.close();
        SERVERS.close();
        RECEIVER.close();
    }

    private static UUID user(Api.Account account) {
        return UUID.fromString(account.registered().at("/user/id"));
    }

    /** What arrived about a user, once it is as much as that; an event that came again counts once. */
    private static List<Event> awaitEvents(UUID user, int number) {
        Eventually.holds(number + " events", () -> eventsOf(user).size() >= number);
        return eventsOf(user);
    }

    private static List<Event> eventsOf(UUID user) {
        return RECEIVER.taken().stream()
                .filter(event -> event.subject().equals(user))
                .distinct()
                .toList();
    }

    @Test
    void whoRegistersIsToldOfWithoutAWordAboutThem() {
        var account = api.register();

        Event event = awaitEvents(user(account), 1).getFirst();

        assertThat(event.type()).isEqualTo("user.registered");
        assertThat(event.id().version()).isEqualTo(7);
        assertThat(event.data()).isEmpty();
    }

    @Test
    void whileTheReceiverIsAwayPeopleRegisterAsEverAndTheEventsFollow() {
        RECEIVER.isUp(false);
        List<Api.Account> accounts = Stream.generate(api::register).limit(5).toList();

        RECEIVER.isUp(true);

        assertThat(accounts).allSatisfy(account -> assertThat(awaitEvents(user(account), 1))
                .extracting(Event::type)
                .containsExactly("user.registered"));
    }

    @Test
    void whatHappensToOneUserArrivesInItsOrderThoughTheReceiverFails() {
        RECEIVER.willAnswer(500, 500, 500, 500, 503);
        var account = api.register();
        String second = api.refresh(account.refreshToken()).at("/refreshToken");
        api.refresh(second);
        api.refresh(account.refreshToken());

        assertThat(awaitEvents(user(account), 2))
                .extracting(Event::type)
                .containsExactly("user.registered", "session.refresh-token-reused");
    }
}
