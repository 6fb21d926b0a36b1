package dev.gatehouse.media.port;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ObjectKey;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Objects in a map, which can be told to be out of reach. */
public final class InMemoryObjectStore implements ObjectStore {

    private final Map<ObjectKey, byte[]> objects = new ConcurrentHashMap<>();
    private volatile boolean down;

    /** From now on everything that takes a round trip fails, or works again. */
    public void down(boolean isDown) {
        down = isDown;
    }

    public Set<ObjectKey> keys() {
        return Set.copyOf(objects.keySet());
    }

    @Override
    public SignedPut sign(ObjectKey key, String contentType, long length, Duration life) {
        return new SignedPut(
                URI.create("https://objects.example/" + key + "?length=" + length + "&life=" + life.toSeconds()),
                "PUT",
                Map.of("content-type", contentType, "if-none-match", "*"));
    }

    @Override
    public Optional<byte[]> read(ObjectKey key, int most) {
        roundTrip();
        return Optional.ofNullable(objects.get(key)).map(bytes -> Arrays.copyOf(bytes, Math.min(most, bytes.length)));
    }

    @Override
    public void put(ObjectKey key, byte[] bytes, String contentType) {
        roundTrip();
        objects.put(key, bytes.clone());
    }

    @Override
    public List<ObjectKey> list(UserId user) {
        roundTrip();
        return objects.keySet().stream()
                .filter(key -> ObjectKey.prefixes(user).stream().anyMatch(key.value()::startsWith))
                .limit(1_000)
                .toList();
    }

    @Override
    public void delete(Collection<ObjectKey> keys) {
        roundTrip();
        objects.keySet().removeAll(keys);
    }

    private void roundTrip() {
        if (down) {
            throw new ObjectStoreUnavailable(new IllegalStateException("told to be down"));
        }
    }
}
