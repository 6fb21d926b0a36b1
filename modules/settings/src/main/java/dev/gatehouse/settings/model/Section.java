package dev.gatehouse.settings.model;

import dev.gatehouse.identity.model.InvalidValue;
import java.util.Map;

/**
 * Settings that belong together: a flat map of texts, each as in {@link Setting}, 100 at most.
 *
 * @param version higher with every change of the section of that name, also past its removal; 1 or more
 */
public record Section(SectionName name, Map<String, String> entries, long version) {

    private static final int MOST = 100;

    public Section {
        demandFew(entries.size());
        entries.forEach(Setting::new);
        entries = Map.copyOf(entries);
    }

    /** Refuses more entries than there may be, before any of them is looked at. */
    public static void demandFew(int entries) {
        if (entries > MOST) {
            throw new InvalidValue("too-many-settings", "A section has at most " + MOST + " settings.");
        }
    }
}
