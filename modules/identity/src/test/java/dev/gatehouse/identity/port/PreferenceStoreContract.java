package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of preferences promises. */
public interface PreferenceStoreContract {

    PreferenceStore preferences();

    /** The repository of the users whose preferences these are. */
    IUserRepository users();

    /** The unit of work that both take part in. */
    UnitOfWork work();

    private User owner() {
        User user = Samples.user();
        users().insert(user);
        return user;
    }

    private Preferences saved(UserId user, Map<String, String> entries) {
        return work().run(() -> preferences().save(user, Preferences.NONE.with(entries)));
    }

    @Test
    default void whatWasSavedIsFoundWithItsVersion() {
        User user = owner();
        Preferences saved = saved(user.id(), Map.of("theme", "dark", "language", "de-CH"));
        assertThat(saved).isEqualTo(new Preferences(Map.of("theme", "dark", "language", "de-CH"), 1));
        assertThat(preferences().find(user.id())).contains(saved);
    }

    @Test
    default void whoNeverSavedAnyHasNone() {
        assertThat(preferences().find(owner().id())).isEmpty();
        assertThat(preferences().find(Samples.userId())).isEmpty();
    }

    @Test
    default void aLaterSaveReplacesAllAndHasTheNextVersion() {
        User user = owner();
        saved(user.id(), Map.of("theme", "dark", "density", "high"));
        Preferences later = saved(user.id(), Map.of("theme", "light"));
        assertThat(later).isEqualTo(new Preferences(Map.of("theme", "light"), 2));
        assertThat(preferences().find(user.id())).contains(later);
    }

    @Test
    default void noneAtAllCanBeSaved() {
        User user = owner();
        saved(user.id(), Map.of("theme", "dark"));
        saved(user.id(), Map.of());
        assertThat(preferences().find(user.id())).contains(new Preferences(Map.of(), 2));
    }

    @Test
    default void everyTextComesBackAsItWas() {
        User user = owner();
        var entries = Map.of(
                "empty", "",
                "quotes", "{\"a\": 'b', \\u0000 \\ NULL, null}",
                "scripts", "李小龍 क्ष \uD83E\uDD8A \u202E",
                "NULL", "NULL",
                "long", "\uD83E\uDD8A".repeat(512));
        assertThat(saved(user.id(), entries).entries()).isEqualTo(entries);
        assertThat(preferences().find(user.id()).orElseThrow().entries()).isEqualTo(entries);
    }

    @Test
    default void asManyAsThereMayBeFit() {
        User user = owner();
        var entries = IntStream.range(0, 50)
                .boxed()
                .collect(Collectors.toMap(
                        number -> ".".repeat(62) + number / 10 + number % 10, number -> "é".repeat(512)));
        saved(user.id(), entries);
        assertThat(preferences().find(user.id()).orElseThrow().entries()).isEqualTo(entries);
    }

    @Test
    default void oneUsersAreNoOtherUsers() {
        User user = owner();
        User other = owner();
        Preferences saved = saved(user.id(), Map.of("theme", "dark"));
        saved(other.id(), Map.of("theme", "light"));
        assertThat(preferences().find(user.id())).contains(saved);
    }

    @Test
    default void aUnitSeesItsOwnAndAFailedOneLeavesTheOld() {
        User user = owner();
        Preferences old = saved(user.id(), Map.of("theme", "dark"));
        assertThatThrownBy(() -> work().run(() -> {
                    Preferences next = saved(user.id(), Map.of("theme", "light"));
                    assertThat(preferences().find(user.id())).contains(next);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(preferences().find(user.id())).contains(old);
    }

    @Test
    default void theyAreSavedInTheUnitThatMakesTheirUser() {
        User user = Samples.user();
        work().run(() -> {
            users().insert(user);
            return preferences().save(user.id(), Preferences.NONE.with(Map.of("language", "fr")));
        });
        assertThat(preferences().find(user.id())).contains(new Preferences(Map.of("language", "fr"), 1));
    }

    @Test
    default void preferencesOfNobodyAreABugAndNotAnOutage() {
        assertThatThrownBy(() -> saved(Samples.userId(), Map.of("theme", "dark")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void parallelSavesAllSucceedWithAVersionEachAndOneStaysWhole() {
        User user = owner();
        var saved = InParallel.run(
                20, number -> saved(user.id(), Map.of("writer", "" + number, "only-" + number, "" + number)));
        assertThat(saved)
                .extracting(Preferences::version)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
        Preferences last = saved.stream()
                .filter(preferences -> preferences.version() == 20)
                .findFirst()
                .orElseThrow();
        assertThat(preferences().find(user.id())).contains(last);
    }
}
