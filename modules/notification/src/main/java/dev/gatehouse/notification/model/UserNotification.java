package dev.gatehouse.notification.model;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.UserId;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something a user's open pages are told at once, for example {@code security.refresh-token-reused}.
 *
 * @param type for programs: 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 * @param data flat and free of secrets: 32 entries at most, 4,096 characters in all
 */
public record UserNotification(UserId user, String type, Map<String, String> data) {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MOST_ENTRIES = 32;
    private static final int MOST_CHARACTERS = 4_096;

    public UserNotification {
        if (!TYPE.matcher(type).matches()) {
            throw new InvalidValue("invalid-notification", "A type has 1 to 64 letters, digits, dots, _ and -.");
        }
        if (data.size() > MOST_ENTRIES || characters(data) > MOST_CHARACTERS) {
            throw new InvalidValue(
                    "invalid-notification",
                    "Data have at most " + MOST_ENTRIES + " entries and " + MOST_CHARACTERS + " characters.");
        }
        data = Map.copyOf(data);
    }

    private static int characters(Map<String, String> data) {
        return data.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
    }
}
