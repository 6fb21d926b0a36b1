package dev.gatehouse.notification.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.SignedIn;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.notification.NotifyUser;
import dev.gatehouse.notification.model.UserNotification;
import dev.gatehouse.notification.port.Heard;
import dev.gatehouse.notification.port.InMemoryNotificationChannel;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UserNotificationHandlerTest implements EventHandlerContract {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryNotificationChannel channel = new InMemoryNotificationChannel();
    private final UserNotificationHandler handler = new UserNotificationHandler(new NotifyUser(channel));
    private final SignedIn signedIn = identity.signedIn(identity.member());
    private final Event event = reuse();

    /** What identity says when a refresh token comes a second time. */
    private Event reuse() {
        identity.refreshed(signedIn.refreshToken());
        identity.clock.advance(Duration.ofMinutes(1));
        identity.refreshed(signedIn.refreshToken());
        return identity.eventsOf(signedIn.user()).getLast();
    }

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event;
    }

    @Test
    void aReusedRefreshTokenIsToldToWhoseItWas() {
        var heard = Heard.from(channel);

        handler.handle(event);

        assertThat(heard.nextNotification())
                .isEqualTo(new UserNotification(
                        signedIn.user().id(),
                        "security.refresh-token-reused",
                        Map.of(
                                "session", signedIn.session().id().toString(),
                                "eventId", event.id().toString(),
                                "occurredAt", event.occurredAt().toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "user.password-changed, security.password-changed",
        "user.email-change-requested, security.email-change-requested",
        "user.email-changed, security.email-changed",
        "second-factor.enabled, security.second-factor-enabled",
        "second-factor.disabled, security.second-factor-disabled",
        "second-factor.recovery-code-used, security.recovery-code-used",
    })
    void whatSecuresAnAccountIsToldWhenItChanges(String type, String notification) {
        var heard = Heard.from(channel);

        handler.handle(Mails.event(type, signedIn.user()));

        assertThat(heard.nextNotification().type()).isEqualTo(notification);
    }

    @Test
    void aSessionThatMadeRoomIsToldToWhoseItWas() {
        User user = identity.member();
        SignedIn first = identity.signedIn(user);
        for (int i = 0; i < Samples.POLICY.most(); i++) {
            identity.signedIn(user);
        }
        Event ended = identity.eventsOf(user).getLast();
        var heard = Heard.from(channel);

        handler.handle(ended);

        assertThat(heard.nextNotification())
                .isEqualTo(new UserNotification(
                        user.id(),
                        "security.session-ended-by-limit",
                        Map.of(
                                "session", first.session().id().toString(),
                                "eventId", ended.id().toString(),
                                "occurredAt", ended.occurredAt().toString())));
    }

    @Test
    void withTheChannelDownTheEventIsDoneAllTheSame() {
        channel.failing(true);

        assertThat(handler.handle(event)).isEqualTo(new Handled.Done());
    }

    @Test
    void whatUsersDidThemselvesIsNoNewsToThem() {
        assertThat(handler.handles("user.registered")).isFalse();
        assertThat(handler.handles("")).isFalse();
    }
}
