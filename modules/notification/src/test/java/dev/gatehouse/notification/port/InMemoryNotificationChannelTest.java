package dev.gatehouse.notification.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class InMemoryNotificationChannelTest implements NotificationChannelContract {

    private final InMemoryNotificationChannel channel = new InMemoryNotificationChannel();

    @Override
    public NotificationChannel channel() {
        return channel;
    }

    @Test
    void itCanBeToldToFail() {
        var heard = Heard.from(channel);
        channel.failing(true);
        assertThatThrownBy(() -> channel.publish(NotificationChannelContract.notification("lost")))
                .isInstanceOf(NotificationChannelUnavailable.class);

        channel.failing(false);
        channel.publish(NotificationChannelContract.notification("next"));

        assertThat(heard.next()).isEqualTo("next");
    }
}
