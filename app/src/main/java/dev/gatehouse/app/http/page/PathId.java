package dev.gatehouse.app.http.page;

import java.util.UUID;

/** Reads ids in a path. What is no id is the id of nothing: the nil UUID (RFC 9562, section 5.9), which nobody has. */
public final class PathId {

    private static final UUID NIL = new UUID(0, 0);

    private PathId() {}

    public static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return NIL;
        }
    }
}
