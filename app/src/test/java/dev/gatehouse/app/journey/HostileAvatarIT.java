package dev.gatehouse.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.imageio.Pictures;
import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageType;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads by somebody who means no good: each is refused, and the avatar from before is still there. */
final class HostileAvatarIT {

    private static final Api api = Gatehouse.shared().api();

    private static final byte[] PNG = Pictures.of(ImageType.PNG, 30, 20);
    private static final byte[] JPEG = Pictures.of(ImageType.JPEG, 30, 20);
    private static final int LARGEST = 5 * 1024 * 1024;

    private final Avatars mallory = new Avatars(api);
    private final String before = mallory.post("image/png", PNG).at("/avatarUrl");

    @AfterEach
    void theAvatarFromBeforeIsStillThere() {
        assertThat(mallory.url()).isEqualTo(before);
        assertThat(Avatars.get(before).statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> notImages() {
        return Stream.of(
                Arguments.of(
                        "image/png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8)),
                Arguments.of("image/png", "<!doctype html><script>alert(1)</script>".getBytes(UTF_8)),
                Arguments.of("image/jpeg", Arrays.copyOf(JPEG, JPEG.length - 20)),
                Arguments.of("image/jpeg", "GIF89a".getBytes(UTF_8)),
                Arguments.of("image/png", Drawings.png(300, 200)));
    }

    @ParameterizedTest
    @MethodSource("notImages")
    void whatIsNoImageIsRefusedAndRemoved(String type, byte[] bytes) {
        var started = mallory.arrived(type, bytes);
        Problems.demand(mallory.promote(started), 422, "avatar-not-an-image");
        assertThat(Avatars.isThere(Avatars.incoming(mallory.user(), started.at("/uploadId"))))
                .isFalse();
        Problems.demand(mallory.promote(started), 404, "upload-not-found");
        Problems.demand(mallory.post(type, bytes), 422, "avatar-not-an-image");
    }

    @Test
    void anotherTypeThanAnnouncedIsRefused() {
        Problems.demand(mallory.promote(mallory.arrived("image/png", JPEG)), 422, "avatar-type-mismatch");
        Problems.demand(mallory.post("image/jpeg", PNG), 422, "avatar-type-mismatch");
    }

    @Test
    void anImageOfNineHundredMillionPixelsIsRefused() {
        byte[] bomb = Drawings.png(30_000, 30_000);
        Problems.demand(mallory.promote(mallory.arrived("image/png", bomb)), 422, "avatar-too-large");
        Problems.demand(mallory.post("image/png", bomb), 422, "avatar-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "text/html", "image/gif", "*/*", "image/png; charset=utf-8", ""})
    void otherTypesAreNotTaken(String type) {
        var answer = mallory.start(type, 5);
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/contentType");
        // Of the type of a part parameters are no matter; an empty one is none at all.
        if (!type.isEmpty() && !type.contains(";")) {
            Problems.demand(mallory.post(type, PNG), 400, "invalid-input");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, LARGEST + 1, Long.MAX_VALUE})
    void otherLengthsAreNotTaken(long length) {
        var answer = mallory.start("image/png", length);
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/contentLength");
    }

    @Test
    void whatIsMissingOrUnknownOrAnotherTypeIsRefused() {
        Problems.demand(api.post(Avatars.PATH, "{}", mallory.bearer()), 400, "invalid-input");
        for (String body : new String[] {
            "{\"contentType\":\"image/png\",\"contentLength\":\"5\"}",
            "{\"contentType\":\"image/png\",\"contentLength\":5.5}",
            "{\"contentType\":\"image/png\",\"contentLength\":5,\"key\":\"avatars/x\"}"
        }) {
            Problems.demand(api.post(Avatars.PATH, body, mallory.bearer()), 400, "malformed-request");
        }
        Problems.demand(api.put(Avatars.PATH, "{}", mallory.bearer()), 400, "invalid-input");
        for (String id : new String[] {"", "x", "../../avatars", before.substring(before.length() - 40)}) {
            Problems.demand(mallory.promote(id), 400, "invalid-input");
        }
    }

    @Test
    void withoutATokenNothingIsTaken() {
        Problems.demand(api.post(Avatars.PATH, "{}"), 401, "unauthenticated");
        Problems.demand(api.put(Avatars.PATH, "{}"), 401, "unauthenticated");
        Problems.demand(api.send(api.request(Avatars.PATH).DELETE()), 401, "unauthenticated");
        Problems.demand(
                api.send(api.request(Avatars.PATH)
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(Avatars.form("file", "a", "image/png", PNG)))),
                401,
                "unauthenticated");
    }

    @Test
    void theAddressTakesNothingElseThanWasAnnouncedAndThatOnce() {
        var started = mallory.start("image/png", PNG.length);
        assertThat(Avatars.put(started, Arrays.copyOf(PNG, PNG.length - 1))).isEqualTo(403);
        assertThat(Avatars.put(started, Arrays.copyOf(PNG, PNG.length + 1))).isEqualTo(403);
        assertThat(Avatars.put(started, PNG, Map.of("content-type", "text/html")))
                .isEqualTo(403);
        Problems.demand(mallory.promote(started), 409, "upload-incomplete");

        assertThat(Avatars.put(started, PNG)).isEqualTo(200);
        assertThat(Avatars.put(started, PNG)).isEqualTo(412);
        assertThat(Avatars.put(started, PNG, Map.of("if-none-match", ""))).isEqualTo(403);
        assertThat(Avatars.get(Avatars.incoming(mallory.user(), started.at("/uploadId")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void somebodyElsesUploadIsNotThere() {
        var ada = new Avatars(api);
        var hers = ada.arrived("image/png", PNG);
        var foreign = mallory.promote(hers);
        var missing = mallory.promote(UUID.randomUUID().toString());
        Problems.demand(foreign, 404, "upload-not-found");
        Problems.demand(missing, 404, "upload-not-found");
        assertThat(ada.promote(hers).status()).isEqualTo(200);
    }

    @Test
    void theSixthOpenUploadIsOneTooMany() {
        for (int i = 0; i < 5; i++) {
            assertThat(mallory.start("image/png", 5).status()).isEqualTo(201);
        }
        var refused = mallory.start("image/png", 5);
        Problems.demand(refused, 429, "avatar-quota-exceeded");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElse(""))).isBetween(840, 900);
        Problems.demand(mallory.post("image/png", PNG), 429, "avatar-quota-exceeded");
        assertThat(new Avatars(api).start("image/png", 5).status()).isEqualTo(201);
    }

    @Test
    void aFileOfTheLargestSizeIsReadAndOneByteMoreIsNot() {
        byte[] largest = Arrays.copyOf("<svg/>".getBytes(UTF_8), LARGEST);
        Problems.demand(mallory.post("image/png", largest), 422, "avatar-not-an-image");
        Problems.demand(mallory.post("image/png", new byte[LARGEST + 1]), 413, "body-too-large");
        byte[] form = Avatars.form("file", "a", "image/png", new byte[LARGEST + 1]);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form));
        Problems.demand(
                api.send(api.request(Avatars.PATH, mallory.bearer())
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(chunked)),
                413,
                "body-too-large");
    }

    /** Before any of it has arrived. */
    @Test
    void aFormThatAnnouncesMoreThanAnyMayHaveIsRefused() {
        var answer = new Wire(api.port())
                .lines(
                        "POST " + Avatars.PATH + " HTTP/1.1",
                        "Host: localhost",
                        String.join(": ", mallory.bearer()),
                        "Content-Type: multipart/form-data; boundary=limit",
                        "Content-Length: " + 3 * LARGEST);
        Problems.demand(answer, 413, "body-too-large");
    }

    /** Where files may be large, JSON may not. */
    @Test
    void jsonIsNoLargerHereThanElsewhere() {
        byte[] json = Arrays.copyOf("{".getBytes(UTF_8), 70 * 1024);
        Arrays.fill(json, 1, json.length, (byte) ' ');
        for (var body : new BodyPublisher[] {
            BodyPublishers.ofByteArray(json), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json))
        }) {
            for (String method : new String[] {"POST", "PUT"}) {
                Problems.demand(
                        api.send(api.request(Avatars.PATH, mallory.bearer())
                                .header("Content-Type", "application/json")
                                .method(method, body)),
                        413,
                        "body-too-large");
            }
        }
    }

    @Test
    void aFormThatIsNotOneFileIsRefused() {
        byte[] one = Avatars.part("file", "a.png", "image/png", PNG);
        byte[] end = Avatars.ascii("--limit--\r\n");
        byte[] text = Avatars.ascii("--limit\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ntext\r\n");
        for (byte[] form : new byte[][] {
            end,
            Drawings.join(one, one, end),
            Drawings.join(text, end),
            Drawings.join(one, text, end),
            Avatars.form("picture", "a.png", "image/png", PNG),
            Avatars.form("file", "a.png", "image/png", new byte[0])
        }) {
            var answer = mallory.post(form);
            Problems.demand(answer, 400, "invalid-input");
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/file");
        }
    }

    @Test
    void aFormThatCannotBeReadIsRefused() {
        for (byte[] form : new byte[][] {
            Avatars.ascii("no form at all"),
            Avatars.part("file", "a.png", "image/png", PNG),
            Arrays.copyOf(Avatars.form("file", "a.png", "image/png", PNG), 120),
            Drawings.join(Avatars.ascii("--limit\r\n"), new byte[40_000])
        }) {
            assertThat(mallory.post(form).status())
                    .as(new String(form, UTF_8).strip())
                    .isEqualTo(400);
        }
        Problems.demand(
                api.send(api.request(Avatars.PATH, mallory.bearer())
                        .header("Content-Type", "multipart/form-data")
                        .POST(BodyPublishers.ofByteArray(Avatars.form("file", "a", "image/png", PNG)))),
                400,
                "malformed-request");
    }

    /** The name that a client gives its file is not even read. */
    @Test
    void aNameThatIsAPathLeadsNowhere() {
        Problems.demand(
                mallory.post(Avatars.form("file", "../../../etc/passwd", "image/png", JPEG)),
                422,
                "avatar-type-mismatch");
    }
}
