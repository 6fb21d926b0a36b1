package dev.gatehouse.app.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The spelling of events, written token by token: no setting of any mapper changes it. */
public final class JacksonEventFormat implements EventFormat {

    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    @Override
    public byte[] encode(Event event) {
        var bytes = new ByteArrayOutputStream(256);
        try (var json = factory.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", event.id().toString());
            json.writeStringField("type", event.type());
            json.writeStringField("subject", event.subject().toString());
            json.writeStringField("occurredAt", event.occurredAt().toString());
            json.writeObjectFieldStart("data");
            for (Map.Entry<String, String> entry : new TreeMap<>(event.data()).entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException notText) {
            throw new UncheckedIOException("the event has a text that is no Unicode", notText);
        }
        return bytes.toByteArray();
    }
}
