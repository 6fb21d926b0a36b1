package dev.gatehouse.app.http.privacy;

import dev.gatehouse.privacy.Held;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is held of somebody.
 *
 * @param places what each holds, by kinds
 */
record ExportBody(Instant exportedAt, Map<String, Map<String, List<Map<String, Object>>>> places) {

    static ExportBody of(Instant now, Map<String, Map<String, List<Held>>> held) {
        var places = new LinkedHashMap<String, Map<String, List<Map<String, Object>>>>();
        held.forEach((place, kinds) -> places.put(place, kinds(kinds)));
        return new ExportBody(now, places);
    }

    private static Map<String, List<Map<String, Object>>> kinds(Map<String, List<Held>> held) {
        var kinds = new LinkedHashMap<String, List<Map<String, Object>>>();
        held.forEach((kind, things) ->
                kinds.put(kind, things.stream().map(Held::values).toList()));
        return kinds;
    }

    @Override
    public String toString() {
        return "ExportBody[…]";
    }
}
