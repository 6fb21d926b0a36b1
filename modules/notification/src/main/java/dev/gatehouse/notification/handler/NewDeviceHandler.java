package dev.gatehouse.notification.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.ReadSession;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.DeviceEvent;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.Email;

/** Writes to users whose account was logged in to from a device that it had never been logged in to from. */
public final class NewDeviceHandler implements EventHandler {

    /** What a device says that says nothing of itself. */
    private static final String NAMELESS = "?";

    private final ReadProfile readProfile;
    private final ReadSession readSession;
    private final AccountMails mails;

    public NewDeviceHandler(ReadProfile readProfile, ReadSession readSession, AccountMails mails) {
        this.readProfile = readProfile;
        this.readSession = readSession;
        this.mails = mails;
    }

    @Override
    public String name() {
        return "new-device-mail";
    }

    @Override
    public boolean handles(String type) {
        return type.equals(DeviceEvent.OPENED_ON_NEW_DEVICE);
    }

    /** Also where the session is over by now: whoever was in may have ended it. */
    @Override
    public Handled handle(Event event) {
        return switch (readProfile.handle(new ReadProfile.Command(new UserId(event.subject())))) {
            case ReadProfile.Result.Found(User user) -> tell(event, user);
            case ReadProfile.Result.Gone() -> new Handled.Done();
        };
    }

    private Handled tell(Event event, User user) {
        return switch (readSession.handle(new ReadSession.Command(DeviceEvent.session(event.data())))) {
            case ReadSession.Result.Found(Session session) -> mails.send(mail(event, user, session));
            case ReadSession.Result.Gone() -> new Handled.Done();
        };
    }

    private Email mail(Event event, User user, Session session) {
        return Email.newDevice(
                event.id(),
                user.email(),
                user.name(),
                mails.language(user.id()),
                words(session.device()),
                session.device().address(),
                session.createdAt());
    }

    private static String words(Device device) {
        if (device.name() != null) {
            return device.name();
        }
        return device.userAgent().isBlank() ? NAMELESS : device.userAgent();
    }
}
