package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.PreferenceStore;
import dev.gatehouse.identity.port.PreferenceStoreContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PreferenceCacheStoreTest implements PreferenceStoreContract {

    private final CachedIdentity identity = new CachedIdentity();
    private final PreferenceCacheStore preferences = identity.preferences;
    private final User user = Samples.user();

    PreferenceCacheStoreTest() {
        identity.truth.insert(user);
    }

    @Override
    public PreferenceStore preferences() {
        return preferences;
    }

    @Override
    public IUserRepository users() {
        return identity.truth;
    }

    @Override
    public UnitOfWork work() {
        return identity.work;
    }

    private Preferences save(PreferenceStore store, String theme) {
        return work().run(() -> store.save(user.id(), Preferences.NONE.with(Map.of("theme", theme))));
    }

    private List<Event> events() {
        return work().run(() -> identity.events.of(user.id().value()));
    }

    @Test
    void whatWasReadIsReadFromTheCacheFromThenOn() {
        Preferences first = save(preferences, "dark");
        save(identity.preferenceTruth, "light");
        assertThat(preferences.find(user.id())).contains(first);
    }

    @Test
    void theFirstAreNotToldOfAndTheNextAre() {
        save(preferences, "dark");
        assertThat(events()).isEmpty();
        save(preferences, "light");
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("user.preferences-changed");
            assertThat(UserEvent.version(event.data())).isEqualTo(2);
        });
    }

    @Test
    void whatIsSavedWhileTheCacheIsDownIsSeenAtOnceAndAfterwards() {
        save(preferences, "dark");
        identity.failing(true);
        Preferences second = save(preferences, "light");
        assertThat(preferences.find(user.id())).contains(second);
        identity.failing(false);
        assertThat(preferences.find(user.id())).contains(second);
    }
}
