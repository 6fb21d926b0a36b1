package dev.gatehouse.settings.port;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.settings.model.SectionName;
import org.junit.jupiter.api.Test;

final class InMemorySettingsRepositoryTest implements ISettingsRepositoryContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemorySettingsRepository settings = new InMemorySettingsRepository(work);

    @Override
    public ISettingsRepository settings() {
        return settings;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Test
    void toldToBeDownItIs() {
        settings.down(true);
        assertThatThrownBy(() -> settings.find(new SectionName("any"))).isInstanceOf(SettingsUnavailable.class);
    }
}
