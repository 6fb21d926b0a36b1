package dev.gatehouse.settings.port;

import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All sections of the settings.
 *
 * <p>Every method may throw {@link SettingsUnavailable}, and takes part in the caller's unit of work when there is one.
 * Cost: one round trip a call.
 */
public interface ISettingsRepository {

    /** Finds a section; empty when there is none. */
    Optional<Section> find(SectionName name);

    /**
     * Finds a section, and keeps others who lock it waiting until the caller's unit of work has ended, whether there is
     * one or not yet.
     */
    Optional<Section> lock(SectionName name);

    /**
     * Replaces all entries of a section, or adds it, and returns it with a version higher than any it ever had. Whoever
     * must not overwrite a change they have not seen locks it first.
     *
     * @param entries as in {@link Section}
     */
    Section save(SectionName name, Map<String, String> entries);

    /** Removes a section, and returns the version of that change; empty when there is none. */
    OptionalLong delete(SectionName name);
}
