package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.DeviceCookie;
import dev.gatehouse.identity.model.DeviceEvent;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who logs in from a device that is new to the account causes one event, and nothing else does. */
final class DeviceWatchTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();

    private static Device device(@Nullable String id, String userAgent) {
        return new Device(id, null, userAgent, "192.0.2.1");
    }

    private Session logIn(Device device, CookieJar jar) {
        var command = new LogIn.Command(user.email(), Samples.password(), device, jar);
        return ((LogIn.Result.LoggedIn) identity.logIn.handle(command))
                .signedIn()
                .session();
    }

    private Session logIn(String id) {
        return logIn(device(id, "App/1.0"), CookieJar.NONE);
    }

    private List<SessionId> told() {
        return identity.eventsOf(user).stream()
                .filter(event -> event.type().equals(DeviceEvent.OPENED_ON_NEW_DEVICE))
                .map(Event::data)
                .map(DeviceEvent::session)
                .toList();
    }

    @Test
    void theFirstLogInIsNoNewsAndOneFromAnotherDeviceIs() {
        logIn("phone");
        logIn("phone");
        assertThat(told()).isEmpty();
        Session laptop = logIn("laptop");
        logIn("laptop");
        logIn("phone");
        assertThat(told()).containsExactly(laptop.id());
    }

    @Test
    void whoRegistersKnowsThatDevice() {
        var email = Samples.email();
        var command = new Register.Command(
                email,
                new NewPassword(Samples.password()),
                PersonName.of("Ada"),
                null,
                device("phone", "App/1.0"),
                null);
        var registered = (Register.Result.Registered) identity.register.handle(command);
        identity.logIn.handle(new LogIn.Command(email, Samples.password(), device("phone", "App/2.0")));
        assertThat(identity.eventsOf(registered.signedIn().user()))
                .noneMatch(event -> event.type().equals(DeviceEvent.OPENED_ON_NEW_DEVICE));
        identity.logIn.handle(new LogIn.Command(email, Samples.password(), device("laptop", "App/2.0")));
        assertThat(identity.eventsOf(registered.signedIn().user())).last().matches(event -> event.type()
                .equals(DeviceEvent.OPENED_ON_NEW_DEVICE));
    }

    @Test
    void ofManyLogInsAtOnceFromANewDeviceOneIsTold() {
        logIn("phone");
        identity.clock.advance(java.time.Duration.ofSeconds(1));
        InParallel.run(5, number -> logIn("laptop"));
        assertThat(told()).hasSize(1);
    }

    @Test
    void withoutAnIdADeviceIsWhatItSaysItIsWhateverItsVersion() {
        logIn(device(null, "Browser/141.0.1 (X11; Linux)"), CookieJar.NONE);
        logIn(device(null, "Browser/142.3 (X11; Linux)"), CookieJar.NONE);
        assertThat(told()).isEmpty();
        logIn(device(null, "Other/141.0.1 (X11; Linux)"), CookieJar.NONE);
        assertThat(told()).hasSize(1);
    }

    @Test
    void aBrowserThatLostItsCookieIsNew() {
        Device browser = device(null, "Browser/1.0");
        Session first = logIn(browser, CookieJar.with(null));
        logIn(browser, CookieJar.with(DeviceCookie.first(first.id())));
        assertThat(told()).isEmpty();
        Session again = logIn(browser, CookieJar.with(null));
        assertThat(told()).containsExactly(again.id());
    }

    @Test
    void aLogInThatFailsIsNoNewsAndRemembersNothing() {
        logIn("phone");
        identity.logIn.handle(new LogIn.Command(
                user.email(),
                dev.gatehouse.identity.model.Password.of("wrong horse battery"),
                device("laptop", "App/1.0")));
        assertThat(told()).isEmpty();
        logIn("laptop");
        assertThat(told()).hasSize(1);
    }
}
