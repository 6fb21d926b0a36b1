package dev.gatehouse.notification.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.notification.model.UserNotification;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every channel of notifications promises. */
public interface NotificationChannelContract {

    /** A channel that can be reached. */
    NotificationChannel channel();

    static UserNotification notification(String type) {
        return new UserNotification(Samples.userId(), type, Map.of("message", "Hello!"));
    }

    @Test
    default void whoListensHearsANotificationAsItWasPublished() {
        var heard = Heard.from(channel());
        var notification = notification("message");

        channel().publish(notification);

        assertThat(heard.nextNotification()).isEqualTo(notification);
    }

    @Test
    default void everyTextComesAsItWas() {
        var heard = Heard.from(channel());
        var plain = new UserNotification(Samples.userId(), "a.B_c-9", Map.of());
        var odd = new UserNotification(
                Samples.userId(),
                "t".repeat(64),
                Map.of(
                        "",
                        "",
                        "quotes \"'\\",
                        "\r\n\t\u0000\u2028",
                        "scripts",
                        "李小龍 🦊 \u202E",
                        "long",
                        "é".repeat(4_000)));

        channel().publish(plain);
        channel().publish(odd);

        assertThat(heard.nextNotification()).isEqualTo(plain);
        assertThat(heard.nextNotification()).isEqualTo(odd);
    }

    @Test
    default void everybodyHearsItOnceAndInOrder() {
        var one = Heard.from(channel());
        var other = Heard.from(channel());
        var types = IntStream.range(0, 100).mapToObj(number -> "n" + number).toList();

        types.forEach(type -> channel().publish(notification(type)));

        assertThat(types.stream().map(type -> one.next())).isEqualTo(types);
        assertThat(types.stream().map(type -> other.next())).isEqualTo(types);
    }

    @Test
    default void whatManyPublishAtOnceIsHeardWhole() {
        var heard = Heard.from(channel());
        var notifications = IntStream.range(0, 50)
                .mapToObj(number -> notification("n" + number))
                .toList();

        notifications.parallelStream().forEach(channel()::publish);

        assertThat(IntStream.range(0, 50)
                        .mapToObj(number -> heard.nextNotification())
                        .collect(Collectors.toSet()))
                .isEqualTo(Map.copyOf(notifications.stream()
                                .collect(Collectors.toMap(notification -> notification, UserNotification::type)))
                        .keySet());
    }

    @Test
    default void whatNobodyHearsIsGone() {
        var early = Heard.from(channel());
        channel().publish(notification("earlier"));
        assertThat(early.next()).isEqualTo("earlier");

        var late = Heard.from(channel());
        channel().publish(notification("later"));

        assertThat(early.next()).isEqualTo("later");
        assertThat(late.next()).isEqualTo("later");
    }

    @Test
    default void aListenerThatFailsKeepsNobodyElseFromHearing() {
        channel().subscribe(notification -> {
            throw new IllegalStateException("a listener failed, as a test wants it");
        });
        var heard = Heard.from(channel());

        channel().publish(notification("one"));
        channel().publish(notification("two"));

        assertThat(heard.next()).isEqualTo("one");
        assertThat(heard.next()).isEqualTo("two");
    }
}
