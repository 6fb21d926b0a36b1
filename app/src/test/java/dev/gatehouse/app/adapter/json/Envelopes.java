package dev.gatehouse.app.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.events.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;

/** Events as another system reads them. */
public final class Envelopes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelopes() {}

    public static Event read(byte[] body) {
        JsonNode json = tree(body);
        var data = new HashMap<String, String>();
        json.get("data")
                .properties()
                .forEach(entry -> data.put(entry.getKey(), entry.getValue().textValue()));
        return new Event(
                UUID.fromString(json.get("id").textValue()),
                json.get("type").textValue(),
                UUID.fromString(json.get("subject").textValue()),
                Instant.parse(json.get("occurredAt").textValue()),
                data);
    }

    public static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
