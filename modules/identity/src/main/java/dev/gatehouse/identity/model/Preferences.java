package dev.gatehouse.identity.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that a user prefers: a flat map of texts, each as in {@link Preference}, 50 at most.
 *
 * @param version one higher with every change; 0 before the first
 */
public record Preferences(Map<String, String> entries, long version) {

    /** What a user has who never said anything. */
    public static final Preferences NONE = new Preferences(Map.of(), 0);

    private static final int MOST = 50;

    public Preferences {
        demandFew(entries.size());
        entries.forEach(Preference::new);
        entries = Map.copyOf(entries);
    }

    /** Refuses more entries than there may be, before any of them is looked at. */
    public static void demandFew(int entries) {
        if (entries > MOST) {
            throw new InvalidValue("too-many-preferences", "There are at most " + MOST + " preferences.");
        }
    }

    /** These entries in place of all that were there. */
    public Preferences with(Map<String, String> others) {
        return new Preferences(others, version);
    }

    /** The language that the user is to be written to in; empty when they never said. */
    public Optional<Locale> language() {
        return Optional.ofNullable(entries.get(Preference.LANGUAGE)).map(Locale::forLanguageTag);
    }
}
