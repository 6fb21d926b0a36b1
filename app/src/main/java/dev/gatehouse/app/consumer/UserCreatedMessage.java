package dev.gatehouse.app.consumer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.identity.model.UserId;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is needed of an event that tells of a new user, in the envelope of docs/events.md; it may have other members. */
@JsonIgnoreProperties(ignoreUnknown = true)
record UserCreatedMessage(@Nullable UUID subject) {

    private static final int LARGEST = 256 * 1024;

    /** The user a message is about; empty when it cannot be read. */
    static Optional<UserId> user(ObjectMapper json, byte[] body) {
        if (body.length > LARGEST) {
            return Optional.empty();
        }
        try {
            @Nullable UserCreatedMessage message = json.readValue(body, UserCreatedMessage.class);
            return Optional.ofNullable(message).map(UserCreatedMessage::subject).map(UserId::new);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
