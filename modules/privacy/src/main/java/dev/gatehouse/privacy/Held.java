package dev.gatehouse.privacy;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is held of a person.
 *
 * @param values texts, numbers, truths and instants by their names, in the order in which they were said
 */
public record Held(Map<String, Object> values) {

    /** What says nothing yet. */
    public static final Held NOTHING = new Held(Map.of());

    public Held {
        values.values().forEach(Held::demandPlain);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same with one value more; with none for null. */
    public Held with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Held(more);
    }

    private static void demandPlain(Object value) {
        if (!(value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant)) {
            throw new IllegalArgumentException("no plain value: " + value.getClass());
        }
    }

    /** Personal data: nothing of it is logged by accident. */
    @Override
    public String toString() {
        return "Held[" + values.keySet() + "]";
    }
}
