package dev.gatehouse.caching;

import java.util.Map;
import java.util.Optional;

/** Turns values of one type into texts by name and back, for caches whose entries others may look into. */
public interface FieldCodec<V> {

    Map<String, String> encode(V value);

    /**
     * Decodes what {@link #encode} made; empty for fields that make no value, never an exception.
     *
     * @param version of the entry
     */
    Optional<V> decode(Map<String, String> fields, long version);
}
