package dev.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.settings.RemoveSettings.Result;
import dev.gatehouse.settings.model.SectionName;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RemoveSettingsTest {

    private static final UserId ADMINISTRATOR = Samples.user().id();
    private static final SectionName MOBILE = new SectionName("mobile");

    private final InMemorySettings all = new InMemorySettings();

    private Result remove() {
        return all.remove.handle(new RemoveSettings.Command(ADMINISTRATOR, MOBILE));
    }

    @Test
    void whatIsRemovedIsNotReadAnyMoreAndIsTold() {
        all.settings.save(MOBILE, Map.of("chat", "on"));
        assertThat(remove()).isEqualTo(new Result.Removed());
        assertThat(all.settings.find(MOBILE)).isEmpty();
        assertThat(all.told(MOBILE)).containsExactly(Map.of("section", "mobile", "version", "2"));
        assertThat(all.audit.facts())
                .containsExactly(Fact.done(Action.SETTINGS_REMOVE)
                        .by(ADMINISTRATOR.value())
                        .with("section", "mobile"));
    }

    @Test
    void whatIsNotThereIsNotRemovedAndNotTold() {
        assertThat(remove()).isEqualTo(new Result.NotFound());
        assertThat(all.told(MOBILE)).isEmpty();
        assertThat(all.audit.facts()).isEmpty();
    }

    @Test
    void ofManyAtOnceOneRemovesIt() {
        all.settings.save(MOBILE, Map.of());
        assertThat(InParallel.run(20, number -> remove()))
                .filteredOn(Result.Removed.class::isInstance)
                .hasSize(1);
    }
}
