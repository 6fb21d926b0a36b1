package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.FieldCodec;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Preferences;
import java.util.Map;
import java.util.Optional;

/** Preferences by their keys. */
public final class PreferencesCodec implements FieldCodec<Preferences> {

    @Override
    public Map<String, String> encode(Preferences preferences) {
        return preferences.entries();
    }

    @Override
    public Optional<Preferences> decode(Map<String, String> fields, long version) {
        try {
            return Optional.of(new Preferences(fields, version));
        } catch (InvalidValue notOurs) {
            return Optional.empty();
        }
    }
}
