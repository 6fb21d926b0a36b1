package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RegisterTest {

    private static final NewPassword PASSWORD = new NewPassword(Samples.password());

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final EmailAddress email = Samples.email();

    private Register.Result register(EmailAddress address, NewPassword password) {
        return register(address, password, null);
    }

    private Register.Result register(EmailAddress address, NewPassword password, @Nullable Locale language) {
        return identity.register.handle(new Register.Command(
                address, password, PersonName.of("Ada"), PhoneNumber.of("+41791234567"), Samples.device(), language));
    }

    private SignedIn registered() {
        var result = register(email, PASSWORD);
        assertThat(result).isInstanceOf(Register.Result.Registered.class);
        return ((Register.Result.Registered) result).signedIn();
    }

    @Test
    void aNewUserIsStoredUnverifiedAndWithoutRights() {
        User user = registered().user();
        assertThat(identity.users.findByEmail(email)).contains(user);
        assertThat(user)
                .isEqualTo(User.register(
                        user.id(), email, PersonName.of("Ada"), PhoneNumber.of("+41791234567"), Samples.NOW));
    }

    @Test
    void aNewUserIsSignedIn() {
        SignedIn signedIn = registered();
        assertThat(identity.letsIn(signedIn)).isTrue();
        assertThat(signedIn.session().device()).isEqualTo(Samples.device());
        assertThat(signedIn.accessLife()).isEqualTo(Samples.POLICY.access());
        assertThat(signedIn.refreshLife()).isEqualTo(Samples.POLICY.refresh());
        assertThat(identity.refreshed(signedIn.refreshToken())).isInstanceOf(RefreshSession.Result.Refreshed.class);
    }

    @Test
    void aNewUserLogsInWithThePasswordGiven() {
        registered();
        assertThat(identity.logIn.handle(new LogIn.Command(email, Samples.password(), Samples.device())))
                .isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void theLanguageOfANewUserIsTheirFirstPreference() {
        register(email, PASSWORD, Locale.FRENCH);
        User user = identity.users.findByEmail(email).orElseThrow();
        assertThat(identity.preferences.find(user.id())).contains(new Preferences(Map.of("language", "fr"), 1));
    }

    @Test
    void aNewUserWhoSaidNoLanguagePrefersNothing() {
        assertThat(identity.preferences.find(registered().user().id())).isEmpty();
    }

    @Test
    void aRefusedRegistrationLeavesThePreferencesOfTheFirst() {
        User first = registered().user();
        register(email, PASSWORD, Locale.FRENCH);
        assertThat(identity.preferences.find(first.id())).isEmpty();
    }

    @Test
    void oneEventTellsOfItWithoutPersonalData() {
        User user = registered().user();
        assertThat(identity.eventsOf(user)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("user.registered");
            assertThat(event.occurredAt()).isEqualTo(Samples.NOW);
            assertThat(event.data()).isEmpty();
        });
    }

    @Test
    void aTakenAddressIsRefusedInAnySpellingAndChangesNothing() {
        User first = registered().user();
        var second = register(
                EmailAddress.of(email.address().toUpperCase(Locale.ROOT)),
                new NewPassword(Password.of("another password")));
        assertThat(second).isEqualTo(new Register.Result.EmailIsTaken());
        assertThat(identity.users.findByEmail(email)).contains(first);
        assertThat(identity.logIn.handle(new LogIn.Command(email, Samples.password(), Samples.device())))
                .isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void aTakenAddressCostsTheSameHash() {
        registered();
        int before = identity.hasher.hashes();
        register(email, PASSWORD);
        assertThat(identity.hasher.hashes() - before).isEqualTo(before).isEqualTo(1);
    }

    @Test
    void ofManyParallelRegistrationsOfOneAddressOneSucceeds() {
        var results = InParallel.run(20, number -> register(email, PASSWORD));
        assertThat(results)
                .filteredOn(Register.Result.Registered.class::isInstance)
                .hasSize(1);
        assertThat(results)
                .filteredOn(Register.Result.EmailIsTaken.class::isInstance)
                .hasSize(19);
        User user = identity.users.findByEmail(email).orElseThrow();
        assertThat(identity.eventsOf(user)).extracting(Event::type).containsExactly("user.registered");
    }
}
