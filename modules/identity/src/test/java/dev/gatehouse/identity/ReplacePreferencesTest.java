package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.ReplacePreferences.Result;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InParallel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReplacePreferencesTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();

    private Result replace(Map<String, String> entries, @Nullable Long expectedVersion) {
        return identity.replacePreferences.handle(new ReplacePreferences.Command(user.id(), entries, expectedVersion));
    }

    private Preferences read(UserId of) {
        return switch (new ReadPreferences(identity.preferences).handle(new ReadPreferences.Command(of))) {
            case ReadPreferences.Result.Found(Preferences preferences) -> preferences;
        };
    }

    @Test
    void whoNeverSaidAnythingPrefersNothing() {
        assertThat(read(user.id())).isEqualTo(Preferences.NONE);
        assertThat(read(Samples.userId())).isEqualTo(Preferences.NONE);
    }

    @Test
    void theNewOnesTakeThePlaceOfAllOldOnes() {
        replace(Map.of("theme", "dark", "density", "high"), null);
        var replaced = new Preferences(Map.of("theme", "light"), 2);
        assertThat(replace(Map.of("theme", "light"), null)).isEqualTo(new Result.Replaced(replaced));
        assertThat(read(user.id())).isEqualTo(replaced);
    }

    @Test
    void theVersionThatIsThereMayBeExpectedTheFirstIsZero() {
        assertThat(replace(Map.of("theme", "dark"), 0L)).isInstanceOf(Result.Replaced.class);
        assertThat(replace(Map.of("theme", "light"), 1L)).isInstanceOf(Result.Replaced.class);
    }

    @Test
    void anotherVersionThanTheOneExpectedIsShownAndLeftAlone() {
        assertThat(replace(Map.of("theme", "dark"), 1L)).isEqualTo(new Result.VersionMismatch(Preferences.NONE));
        replace(Map.of("theme", "dark"), null);
        var current = new Preferences(Map.of("theme", "dark"), 1);
        assertThat(replace(Map.of("theme", "light"), 0L)).isEqualTo(new Result.VersionMismatch(current));
        assertThat(read(user.id())).isEqualTo(current);
    }

    @Test
    void ofManyWhoExpectTheSameVersionOneIsHeard() {
        var results = InParallel.run(20, number -> replace(Map.of("writer", "" + number), 0L));
        assertThat(results).filteredOn(Result.Replaced.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.VersionMismatch.class::isInstance).hasSize(19);
    }

    @Test
    void aUserWhoIsNotThereIsGone() {
        var command = new ReplacePreferences.Command(Samples.userId(), Map.of(), null);
        assertThat(identity.replacePreferences.handle(command)).isEqualTo(new Result.Gone());
    }
}
