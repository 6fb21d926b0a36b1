package dev.gatehouse.app.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatehouse.devservices.S3Server;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.media.model.AvatarSize;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.port.ObjectStore;
import dev.gatehouse.media.port.ObjectStoreContract;
import dev.gatehouse.media.port.ObjectStoreUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

final class S3ObjectStoreIT implements ObjectStoreContract {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final S3Server SERVER =
            new S3Server(Path.of("target", "servers", "s3-adapter").toAbsolutePath());

    private final ObjectKey key = ObjectKey.incoming(Samples.userId(), new UploadId(UUID.randomUUID()));
    private final S3Connection connection = connection(S3Server.BUCKET, ours());
    private final S3ObjectStore objects = new S3ObjectStore(connection);

    @BeforeAll
    static void start() {
        SERVER.wipe().start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void mend() {
        connection.close();
        SERVER.start();
    }

    private static AwsCredentialsProvider ours() {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(S3Server.ACCESS_KEY_ID, SERVER.secretAccessKey()));
    }

    private static S3Connection connection(String bucket, AwsCredentialsProvider credentials) {
        return new S3Connection(
                bucket, SERVER.endpoint(), Region.of(S3Server.REGION), credentials, Duration.ofMillis(2500));
    }

    @Override
    public ObjectStore objects() {
        return objects;
    }

    private ObjectStore.SignedPut signed(Duration life) {
        return objects.sign(key, "image/png", 7, life);
    }

    private ObjectStore.SignedPut signed() {
        return signed(Duration.ofMinutes(5));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        }
    }

    private static int put(ObjectStore.SignedPut signed, String body) throws Exception {
        return put(signed.url(), signed.headers(), body);
    }

    private static int put(URI url, Map<String, String> headers, String body) throws Exception {
        var request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request).statusCode();
    }

    private void nothingIsThere() {
        assertThat(objects.read(key, 10)).isEmpty();
    }

    @Test
    void whoeverHasASignedPutNeedsNothingElse() throws Exception {
        assertThat(put(signed(), "seven B")).isEqualTo(200);
        assertThat(objects.read(key, 10))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("seven B"));
    }

    @Test
    void anotherLengthOrTypeOrKeyIsRefused() throws Exception {
        var signed = signed();
        assertThat(put(signed, "six by")).isEqualTo(403);
        assertThat(put(signed, "eight by")).isEqualTo(403);
        var asHtml = new HashMap<>(signed.headers());
        asHtml.put("content-type", "text/html");
        assertThat(put(signed.url(), asHtml, "seven B")).isEqualTo(403);
        var elsewhere = URI.create(signed.url().toString().replace("/incoming/", "/avatars/"));
        assertThat(put(elsewhere, signed.headers(), "seven B")).isEqualTo(403);
        nothingIsThere();
    }

    @Test
    void aSecondPutIsRefusedAndSoIsOneThatHidesItIsTheSecond() throws Exception {
        var signed = signed();
        var blunt = new HashMap<>(signed.headers());
        blunt.remove("if-none-match");
        assertThat(put(signed, "seven B")).isEqualTo(200);
        assertThat(put(signed, "SEVEN b")).isEqualTo(412);
        assertThat(put(signed.url(), blunt, "SEVEN b")).isEqualTo(403);
        assertThat(objects.read(key, 10))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("seven B"));
    }

    @Test
    void aUrlThatExpiredIsRefused() throws Exception {
        var signed = signed(Duration.ofSeconds(1));
        var other = objects.sign(
                ObjectKey.incoming(Samples.userId(), new UploadId(UUID.randomUUID())),
                "image/png",
                7,
                Duration.ofSeconds(1));
        Instant begin = Instant.now();
        while (put(other, "seven B") != 403) {
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(put(signed, "seven B")).isEqualTo(403);
        nothingIsThere();
    }

    @Test
    void whatIsPutIsServedWithItsTypeAndMayBeKept() throws Exception {
        ObjectKey avatar = ObjectKey.avatar(Samples.userId(), Samples.avatarId(), AvatarSize.SMALL);
        objects.put(avatar, "seven B".getBytes(StandardCharsets.UTF_8), "image/jpeg");
        var answer = send(HttpRequest.newBuilder(URI.create(SERVER.bucketUrl() + "/" + avatar)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("seven B");
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
    }

    private void everythingIsUnavailable(S3ObjectStore store) {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> store.read(key, 10),
                () -> store.put(key, new byte[7], "image/jpeg"),
                () -> store.delete(List.of(key)))) {
            Instant begin = Instant.now();
            assertThat(catchThrowable(call)).isInstanceOf(ObjectStoreUnavailable.class);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(SOON);
        }
    }

    @Test
    void aServerThatStoppedIsUnavailableAndThenWorksAgain() throws IOException {
        SERVER.stop();
        everythingIsUnavailable(objects);
        assertThat(signed().headers()).isNotEmpty();
        SERVER.start();
        objects.put(key, new byte[7], "image/jpeg");
        assertThat(objects.read(key, 10)).isPresent();
    }

    @Test
    void aServerThatHangsIsUnavailableAndThenWorksAgain() {
        SERVER.freeze();
        everythingIsUnavailable(objects);
        SERVER.start();
        objects.put(key, new byte[7], "image/jpeg");
        assertThat(objects.read(key, 10)).isPresent();
    }

    @Test
    void aBucketThatIsNotThereOrNotOursIsUnavailable() {
        try (var missing = connection("no-such-bucket", ours());
                var foreign = connection(S3Server.BUCKET, AnonymousCredentialsProvider.create())) {
            assertThat(catchThrowable(() -> new S3ObjectStore(missing).put(key, new byte[7], "image/jpeg")))
                    .isInstanceOf(ObjectStoreUnavailable.class);
            everythingIsUnavailable(new S3ObjectStore(foreign));
        }
    }

    @Test
    void withoutCredentialsNothingIsSigned() {
        AwsCredentialsProvider nobody = () -> {
            throw SdkClientException.create("no credentials anywhere");
        };
        try (var connection = connection(S3Server.BUCKET, nobody)) {
            var store = new S3ObjectStore(connection);
            assertThat(catchThrowable(() -> store.sign(key, "image/png", 7, Duration.ofMinutes(1))))
                    .isInstanceOf(ObjectStoreUnavailable.class);
            everythingIsUnavailable(store);
        }
    }
}
