package dev.gatehouse.app.adapter.redis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.model.UserNotification;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A notification as JSON: {@code {"userId": …, "type": …, "data": {…}}}, the user's id and the data as texts.
 *
 * <p>Others may publish what they like: what is longer than any notification can be, or not of this form, is none.
 */
final class NotificationText {

    /** More than a notification in the longest spelling: six bytes for each of 4,096 characters, and the rest. */
    private static final int LONGEST = 32 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private NotificationText() {}

    static byte[] write(UserNotification notification) {
        var node = JSON.createObjectNode()
                .put("userId", notification.user().toString())
                .put("type", notification.type());
        notification.data().forEach(node.putObject("data")::put);
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can be written", impossible);
        }
    }

    static Optional<UserNotification> read(byte[] message) {
        if (message.length > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(message);
            var user = new UserId(UUID.fromString(text(node.path("userId"))));
            return Optional.of(new UserNotification(user, text(node.path("type")), data(node.path("data"))));
        } catch (IOException | IllegalArgumentException | InvalidValue foreign) {
            return Optional.empty();
        }
    }

    private static Map<String, String> data(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("data is no object");
        }
        var data = new HashMap<String, String>();
        node.properties().forEach(field -> data.put(field.getKey(), text(field.getValue())));
        return data;
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("no text");
        }
        return node.textValue();
    }
}
