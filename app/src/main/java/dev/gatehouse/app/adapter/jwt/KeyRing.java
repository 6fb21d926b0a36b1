package dev.gatehouse.app.adapter.jwt;

import dev.gatehouse.identity.model.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys as of one reading of their store. Every one of them verifies: what is next here may sign elsewhere already.
 *
 * @param source what was read
 */
record KeyRing(List<SigningKey> source, Map<String, Es256Key> byHeader, Optional<Es256Key> current) {

    static KeyRing of(List<SigningKey> keys) {
        Map<SigningKey, Es256Key> ready = keys.stream().collect(Collectors.toMap(Function.identity(), Es256Key::new));
        Map<String, Es256Key> byHeader =
                ready.values().stream().collect(Collectors.toMap(Es256Key::encodedHeader, Function.identity()));
        Optional<Es256Key> current = keys.stream()
                .filter(key -> key.state() == SigningKey.State.CURRENT)
                .findFirst()
                .map(ready::get);
        return new KeyRing(keys, byHeader, current);
    }
}
