package dev.gatehouse.settings.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Settings in a table of the in-memory unit of work, which can be told to be out of reach. */
public final class InMemorySettingsRepository implements ISettingsRepository {

    /**
     * @param present false once it was removed
     */
    private record Row(Section section, boolean present) {}

    private final InMemoryUnitOfWork work;
    private final Map<SectionName, Row> rows;
    private volatile boolean down;

    public InMemorySettingsRepository(InMemoryUnitOfWork work) {
        this.work = work;
        rows = work.table();
    }

    /** From now on everything fails, or works again. */
    public void down(boolean isDown) {
        down = isDown;
    }

    @Override
    public Optional<Section> find(SectionName name) {
        return run(
                () -> Optional.ofNullable(rows.get(name)).filter(Row::present).map(Row::section));
    }

    /** One unit runs at a time. */
    @Override
    public Optional<Section> lock(SectionName name) {
        return find(name);
    }

    @Override
    public Section save(SectionName name, Map<String, String> entries) {
        return run(() -> put(name, entries, true));
    }

    @Override
    public OptionalLong delete(SectionName name) {
        return run(() -> find(name).isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(put(name, Map.of(), false).version()));
    }

    private Section put(SectionName name, Map<String, String> entries, boolean present) {
        Row before = rows.get(name);
        var section =
                new Section(name, entries, before == null ? 1 : before.section().version() + 1);
        rows.put(name, new Row(section, present));
        return section;
    }

    private <T> T run(Supplier<T> change) {
        if (down) {
            throw new SettingsUnavailable(new IllegalStateException("told to be down"));
        }
        return work.run(change);
    }
}
