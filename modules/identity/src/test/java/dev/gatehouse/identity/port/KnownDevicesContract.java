package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.DeviceMark;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.KnownDevices.SignIn;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What every memory of devices promises. */
public interface KnownDevicesContract {

    KnownDevices devices();

    /** The repository of the users whose devices these are. */
    IUserRepository users();

    /** The unit of work that both take part in. */
    UnitOfWork work();

    private User owner() {
        User user = Samples.user();
        users().insert(user);
        return user;
    }

    private static DeviceMark mark(String name) {
        return new DeviceMark(name, true);
    }

    /** Signs in from a device with one mark, so many seconds after the first of them. */
    private SignIn signIn(User user, String name, int second) {
        return work().run(() -> {
            users().lock(user.id());
            var marks = List.of(mark(name));
            return devices().remember(user.id(), marks, marks, Samples.NOW.plusSeconds(second));
        });
    }

    private boolean knows(User user, String... names) {
        return devices()
                .knows(
                        user.email(),
                        List.of(names).stream().map(KnownDevicesContract::mark).toList());
    }

    @Test
    default void theFirstIsTheFirstTheSameIsKnownAndAnotherIsNew() {
        User user = owner();
        assertThat(signIn(user, "phone", 0)).isEqualTo(SignIn.FIRST);
        assertThat(signIn(user, "phone", 1)).isEqualTo(SignIn.KNOWN);
        assertThat(signIn(user, "laptop", 2)).isEqualTo(SignIn.NEW);
        assertThat(signIn(user, "laptop", 3)).isEqualTo(SignIn.KNOWN);
    }

    @Test
    default void aDeviceIsKnownByAnyOfItsMarksAndToItsUserAlone() {
        User user = owner();
        User other = owner();
        signIn(user, "phone", 0);
        assertThat(knows(user, "phone")).isTrue();
        assertThat(knows(user, "never seen", "phone")).isTrue();
        assertThat(knows(user, "never seen")).isFalse();
        assertThat(knows(user)).isFalse();
        assertThat(knows(other, "phone")).isFalse();
        assertThat(devices().knows(Samples.email(), List.of(mark("phone")))).isFalse();
    }

    @Test
    default void anySpellingOfTheAddressWillDo() {
        User user = owner();
        signIn(user, "phone", 0);
        EmailAddress shouted = EmailAddress.of(user.email().address().toUpperCase(Locale.ROOT));
        assertThat(devices().knows(shouted, List.of(mark("phone")))).isTrue();
    }

    @Test
    default void whatItShowedCountsForWhetherItIsNewAndWhatIsKeptForTheNextTime() {
        User user = owner();
        signIn(user, "phone", 0);
        var kept = List.of(mark("cookie"), mark("phone"));
        assertThat(work().run(() -> devices().remember(user.id(), List.of(), kept, Samples.NOW)))
                .isEqualTo(SignIn.NEW);
        assertThat(knows(user, "cookie")).isTrue();
    }

    @Test
    default void ofMoreThanFiftyTheOldestAreForgotten() {
        User user = owner();
        for (int number = 0; number < 60; number++) {
            signIn(user, "device-" + number, number);
        }
        signIn(user, "device-10", 60);
        signIn(user, "one more", 61);

        assertThat(knows(user, "device-9")).isFalse();
        assertThat(knows(user, "device-10")).isTrue();
        assertThat(knows(user, "device-11")).isFalse();
        assertThat(knows(user, "device-12")).isTrue();
        assertThat(knows(user, "one more")).isTrue();
    }

    @Test
    default void whatIsForgottenIsKnownNoMoreAndOthersAre() {
        User user = owner();
        User other = owner();
        signIn(user, "phone", 0);
        signIn(other, "phone", 0);

        assertThat(work().run(() -> devices().forget(user.id()))).isEqualTo(1);
        assertThat(work().run(() -> devices().forget(user.id()))).isZero();

        assertThat(knows(user, "phone")).isFalse();
        assertThat(knows(other, "phone")).isTrue();
        assertThat(signIn(user, "phone", 1)).isEqualTo(SignIn.FIRST);
    }

    @Test
    default void aUnitThatFailedRemembersNothing() {
        User user = owner();
        assertThatThrownBy(() -> work().run(() -> {
                    signIn(user, "phone", 0);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(knows(user, "phone")).isFalse();
        assertThat(signIn(user, "phone", 1)).isEqualTo(SignIn.FIRST);
    }

    @Test
    default void ofManyFirstSignInsAtOnceFromOneDeviceOneIsTheFirst() {
        User user = owner();
        assertThat(InParallel.run(20, number -> signIn(user, "phone", number)))
                .filteredOn(SignIn.FIRST::equals)
                .hasSize(1);
    }
}
