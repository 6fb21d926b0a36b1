package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.imageio.Pictures;
import dev.gatehouse.media.model.ImageType;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Somebody who has left of everything what nobody else has, so that whatever is found of it is theirs.
 *
 * @param marks texts that are in nothing of anybody else's, by what they are
 */
record Person(Api api, String id, String token, Map<String, String> marks) {

    static final String PATH = "/api/auth/profile";

    private static final byte[] PICTURE = Pictures.of(ImageType.PNG, 300, 200);

    /** Registers, and says or uploads all that one can. */
    static Person live(Api api) {
        String mark = "canary-" + UUID.randomUUID();
        var marks = Map.of(
                "email", mark + "@example.com",
                "newEmail", "new-" + mark + "@example.com",
                "name", "Name " + mark,
                "phone", "+4179" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999),
                "preference", "prefers " + mark,
                "deviceId", "device-" + mark,
                "deviceName", "phone " + mark,
                "userAgent", "Browser/" + mark,
                "vin", Vehicles.freshVin(),
                "plate", "CNRY " + ThreadLocalRandom.current().nextInt(1_000, 9_999));
        var registered = api.post(
                "/api/auth/register",
                """
                {"email":"%s","password":"%s","name":"%s","phone":"%s","device":{"id":"%s","name":"%s"}}""".formatted(
                                text(marks, "email"),
                                Api.PASSWORD,
                                text(marks, "name"),
                                text(marks, "phone"),
                                text(marks, "deviceId"),
                                text(marks, "deviceName")),
                "User-Agent",
                text(marks, "userAgent"));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        var person = new Person(api, registered.at("/user/id"), registered.at("/accessToken"), marks);
        person.leaveTraces();
        return person;
    }

    private void leaveTraces() {
        demand(200, api.put(PATH + "/preferences", "{\"note\":\"%s\"}".formatted(mark("preference")), bearer()));
        demand(201, new Vehicles(api, id, token).add(Vehicles.body(mark("vin"), mark("plate"))));
        demand(
                200,
                api.send(api.request(PATH + "/avatar", bearer())
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(Avatars.form("file", "me.png", "image/png", PICTURE)))));
        Api.Answer begun = api.post(
                PATH + "/avatar",
                "{\"contentType\":\"image/png\",\"contentLength\":%d}".formatted(PICTURE.length),
                bearer());
        demand(201, begun);
        assertThat(Avatars.put(begun, PICTURE)).isEqualTo(200);
        demand(
                202,
                api.put(
                        PATH + "/email",
                        "{\"newEmail\":\"%s\",\"currentPassword\":\"%s\"}".formatted(mark("newEmail"), Api.PASSWORD),
                        bearer()));
        demand(202, api.post("/api/auth/password/forgot", "{\"email\":\"%s\"}".formatted(mark("email"))));
        warm();
    }

    /** Reads what is cached once it was read. */
    void warm() {
        demand(200, api.get(PATH, bearer()));
        demand(200, api.get(PATH + "/preferences", bearer()));
        demand(200, api.get(Vehicles.PATH, bearer()));
        demand(200, api.sessions(token));
    }

    private static void demand(int status, Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    /** One of the marks, by what it is. */
    String mark(String what) {
        return text(marks, what);
    }

    private static String text(Map<String, String> marks, String what) {
        return Objects.requireNonNull(marks.get(what));
    }

    String[] bearer() {
        return new String[] {"Authorization", "Bearer " + token};
    }

    Api.Answer export() {
        return api.get(PATH + "/export", bearer());
    }

    Api.Answer erase() {
        return api.send(api.request(PATH, bearer()).DELETE());
    }

    Api.Answer wish() {
        return api.get(PATH + "/erasure", bearer());
    }

    Api.Answer undo() {
        return api.send(api.request(PATH + "/erasure", bearer()).DELETE());
    }

    /** Texts that no place may hold any more once they are erased. */
    List<String> texts() {
        return List.copyOf(marks.values());
    }
}
