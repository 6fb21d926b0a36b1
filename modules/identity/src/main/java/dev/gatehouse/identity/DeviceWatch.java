package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.DeviceEvent;
import dev.gatehouse.identity.model.DeviceMark;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.KnownDevices;
import dev.gatehouse.identity.port.KnownDevices.SignIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The step that all ways to sign in share: a device is remembered, and its owner is told of one that is new. */
public final class DeviceWatch {

    private final KnownDevices devices;
    private final EventLog events;
    private final IdGenerator ids;
    private final Clock clock;

    public DeviceWatch(KnownDevices devices, EventLog events, IdGenerator ids, Clock clock) {
        this.devices = devices;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether marks prove that this account was signed in to from there; one round trip, or none where none prove. */
    boolean knows(EmailAddress email, List<DeviceMark> marks) {
        List<DeviceMark> proofs = marks.stream().filter(DeviceMark::proves).toList();
        return !proofs.isEmpty() && devices.knows(email, proofs);
    }

    /** Remembers where a session was opened, and tells of it if it is new, in the unit of work that opened it. */
    void greet(Session session, CookieJar jar) {
        if (remember(session, jar) == SignIn.NEW) {
            events.append(new Event(
                    ids.next(),
                    DeviceEvent.OPENED_ON_NEW_DEVICE,
                    session.user().value(),
                    clock.instant(),
                    DeviceEvent.data(session.id())));
        }
    }

    /** Forgets where a user's sessions were opened, in the unit of work that gives their account back to them. */
    void forget(UserId user) {
        devices.forget(user);
    }

    /** Remembers where a session was opened, of which its owner need not be told, in the unit of work that opened it. */
    SignIn remember(Session session, CookieJar jar) {
        Instant now = clock.instant();
        return devices.remember(
                session.user(),
                DeviceMark.shown(session.device(), jar),
                DeviceMark.kept(session.device(), jar, session.id()),
                now);
    }
}
