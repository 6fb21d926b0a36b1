package dev.gatehouse.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of another type, coding or size than is taken here: each is refused, and leaves nothing behind. */
final class HostileBodyIT extends RefusedRegistration {

    private static final int LARGEST = 64 * 1024;

    private static final String[] JSON = {"Content-Type", "application/json"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "garbage",
                "*/*",
                "multipart/form-data; boundary=x",
                "application/json, text/plain",
                "application/jsonx"
            })
    void anotherTypeIsUnsupported(String type) {
        Problems.demand(post(BodyPublishers.ofString(valid("")), "Content-Type", type), 415, "unsupported-media-type");
    }

    @Test
    void noTypeAFormAPartAndACompressedBodyAreUnsupported() throws IOException {
        Problems.demand(post(BodyPublishers.ofString(valid(""))), 415, "unsupported-media-type");
        String form = "email=" + email + "&password=correct+horse+battery&name=Ada";
        String type = "application/x-www-form-urlencoded";
        Problems.demand(post(BodyPublishers.ofString(form), "Content-Type", type), 415, "unsupported-media-type");
        String part = "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n" + email + "\r\n--x--\r\n";
        type = "multipart/form-data; boundary=x";
        Problems.demand(post(BodyPublishers.ofString(part), "Content-Type", type), 415, "unsupported-media-type");
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(valid("").getBytes(UTF_8));
        }
        for (String coding : List.of("gzip", "deflate", "br", "gzip, gzip", "x")) {
            Problems.demand(
                    api.send(api.request(PATH, "Content-Type", "application/json", "Content-Encoding", coding)
                            .POST(BodyPublishers.ofByteArray(zipped.toByteArray()))),
                    415,
                    "unsupported-media-type");
        }
        Problems.demand(post(BodyPublishers.ofByteArray(zipped.toByteArray()), JSON), 400, "malformed-request");
    }

    @Test
    void aBodyOf64KibibytesIsReadAndOneByteMoreIsNot() {
        String largest = valid("") + " ".repeat(LARGEST - valid("").length());
        Problems.demand(post(BodyPublishers.ofString(largest + " "), JSON), 413, "body-too-large");
        Problems.demand(
                post(BodyPublishers.ofString(valid(",\"phone\":" + "9".repeat(100_000))), JSON), 413, "body-too-large");
        var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream((largest + " ").getBytes(UTF_8)));
        assertThat(endless.contentLength()).isNegative();
        Problems.demand(post(endless, JSON), 413, "body-too-large");
        assertThat(post(BodyPublishers.ofString(largest), JSON).status()).isEqualTo(201);
        email = Api.freshEmail();
    }
}
