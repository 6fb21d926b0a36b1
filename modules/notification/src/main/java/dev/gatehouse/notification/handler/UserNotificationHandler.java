package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.DeviceEvent;
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.SessionEvent;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.NotifyUser;
import dev.gatehouse.notification.model.UserNotification;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells users' open pages of the events that call for their attention: that somebody used a refresh token of theirs a
 * second time, that a session of theirs had to make room for a new one, that somebody logged in from a device that is
 * new, or got at what the account is secured with. What a user did themselves a moment ago, such as registering, is no
 * news to them.
 *
 * <p>With the channel down an event is done all the same: a notification that nobody hears at its time is not worth
 * keeping.
 */
public final class UserNotificationHandler implements EventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UserNotificationHandler.class);

    /** The type of the notification by that of the event. */
    private static final Map<String, String> TYPES = Map.of(
            SessionEvent.REFRESH_TOKEN_REUSED, "security.refresh-token-reused",
            SessionEvent.ENDED_BY_LIMIT, "security.session-ended-by-limit",
            DeviceEvent.OPENED_ON_NEW_DEVICE, "security.new-device",
            UserEvent.PASSWORD_CHANGED, "security.password-changed",
            UserEvent.EMAIL_CHANGE_REQUESTED, "security.email-change-requested",
            UserEvent.EMAIL_CHANGED, "security.email-changed",
            SecondFactorEvent.ENABLED, "security.second-factor-enabled",
            SecondFactorEvent.DISABLED, "security.second-factor-disabled",
            SecondFactorEvent.RECOVERY_CODE_USED, "security.recovery-code-used");

    private final NotifyUser notifyUser;

    public UserNotificationHandler(NotifyUser notifyUser) {
        this.notifyUser = notifyUser;
    }

    @Override
    public String name() {
        return "user-notifications";
    }

    @Override
    public boolean handles(String type) {
        return TYPES.containsKey(type);
    }

    @Override
    public Handled handle(Event event) {
        String type = TYPES.get(event.type());
        if (type != null) {
            var notification = new UserNotification(new UserId(event.subject()), type, data(event));
            switch (notifyUser.handle(new NotifyUser.Command(notification))) {
                case NotifyUser.Result.Sent() -> {}
                case NotifyUser.Result.ChannelDown() ->
                    LOG.info("nobody was notified of event {}: the channel is down", event.id());
            }
        }
        return new Handled.Done();
    }

    /** Those of the event, with its id, by which a client knows what it has seen, and its time. */
    private static Map<String, String> data(Event event) {
        var data = new HashMap<>(event.data());
        data.put("eventId", event.id().toString());
        data.put("occurredAt", event.occurredAt().toString());
        return data;
    }
}
