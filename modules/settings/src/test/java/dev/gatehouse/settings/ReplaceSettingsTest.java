package dev.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.settings.ReplaceSettings.Result;
import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
import dev.gatehouse.settings.port.SettingsUnavailable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReplaceSettingsTest {

    private static final UserId ADMINISTRATOR = Samples.user().id();
    private static final SectionName MOBILE = new SectionName("mobile");

    private final InMemorySettings all = new InMemorySettings();

    private Result replace(String chat, @Nullable Long expectedVersion) {
        return all.replace.handle(
                new ReplaceSettings.Command(ADMINISTRATOR, MOBILE, Map.of("chat", chat), expectedVersion));
    }

    private static Result replaced(String chat, long version) {
        return new Result.Replaced(new Section(MOBILE, Map.of("chat", chat), version));
    }

    private ReadSettings.Result read() {
        return all.read.handle(new ReadSettings.Command(MOBILE));
    }

    @Test
    void whatIsReplacedIsReadFromThenOn() {
        assertThat(read()).isEqualTo(new ReadSettings.Result.NotFound());
        assertThat(replace("on", null)).isEqualTo(replaced("on", 1));
        assertThat(replace("off", null)).isEqualTo(replaced("off", 2));
        assertThat(read()).isEqualTo(new ReadSettings.Result.Found(new Section(MOBILE, Map.of("chat", "off"), 2)));
    }

    @Test
    void theVersionThatIsThereMayBeExpectedAndZeroWhereThereIsNone() {
        assertThat(replace("on", 0L)).isEqualTo(replaced("on", 1));
        assertThat(replace("off", 1L)).isEqualTo(replaced("off", 2));
        all.remove.handle(new RemoveSettings.Command(ADMINISTRATOR, MOBILE));
        assertThat(replace("on", 0L)).isEqualTo(replaced("on", 4));
    }

    @Test
    void anotherVersionThanTheOneExpectedIsToldAndLeftAlone() {
        assertThat(replace("on", 1L)).isEqualTo(new Result.VersionMismatch(0));
        replace("on", null);
        assertThat(replace("off", 0L)).isEqualTo(new Result.VersionMismatch(1));
        all.remove.handle(new RemoveSettings.Command(ADMINISTRATOR, MOBILE));
        assertThat(replace("off", 1L)).isEqualTo(new Result.VersionMismatch(0));
        assertThat(read()).isEqualTo(new ReadSettings.Result.NotFound());
    }

    @Test
    void ofManyWhoExpectTheSameVersionOneIsHeard() {
        var results = InParallel.run(20, number -> replace("" + number, 0L));
        assertThat(results).filteredOn(Result.Replaced.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.VersionMismatch.class::isInstance).hasSize(19);
    }

    @Test
    void eachChangeIsToldAndAMismatchIsNot() {
        replace("on", null);
        replace("off", 7L);
        replace("off", null);
        assertThat(all.told(MOBILE))
                .containsExactly(
                        Map.of("section", "mobile", "version", "1"), Map.of("section", "mobile", "version", "2"));
        assertThat(all.audit.of(Action.SETTINGS_REPLACE))
                .extracting(Fact::actor, fact -> fact.data().get("version"))
                .containsExactly(tuple(ADMINISTRATOR.value(), "1"), tuple(ADMINISTRATOR.value(), "2"));
    }

    @Test
    void whatIsNotMadeIsNotTold() {
        all.settings.down(true);
        assertThatThrownBy(() -> replace("on", null)).isInstanceOf(SettingsUnavailable.class);
        assertThat(all.told(MOBILE)).isEmpty();
        assertThat(all.audit.facts()).isEmpty();
    }
}
