package dev.gatehouse.app.journey;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.stream.Stream;

/** Settings as an administrator meets them on one instance. */
record Config(Api api, String token) {

    static final String PATH = "/api/config/";
    static final String ADMIN_PATH = "/api/admin/config/";

    /** As nobody in particular. */
    Answer get(String section) {
        return api.get(PATH + section);
    }

    Answer put(String section, String body, String... headers) {
        return api.put(
                ADMIN_PATH + section,
                body,
                Stream.concat(Stream.of("Authorization", "Bearer " + token), Stream.of(headers))
                        .toArray(String[]::new));
    }

    Answer delete(String section) {
        return api.send(api.request(ADMIN_PATH + section, "Authorization", "Bearer " + token)
                .DELETE());
    }
}
