package dev.gatehouse.notification.port;

/** The channel of notifications did not answer; nobody, or somebody, was told. */
public final class NotificationChannelUnavailable extends RuntimeException {

    public NotificationChannelUnavailable(Throwable cause) {
        super("the channel of notifications is unavailable", cause);
    }
}
