package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

class S3ServerIT {

    private static final S3Server SHARED = new S3Server(Workplace.at("s3"));
    private final String key = "incoming/" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        SHARED.wipe().start();
    }

    @AfterAll
    static void close() {
        SHARED.close();
    }

    @Test
    void takesWhatWasSignedAndGivesItBack() throws Exception {
        var odd = key + "/ä + 100 %";
        assertThat(put(presign(odd), "seven B").statusCode()).isEqualTo(200);

        var answer = get(presignGet(odd, SHARED.secretAccessKey()));
        assertThat(answer.body()).isEqualTo("seven B");
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void refusesAnotherTypeOrLengthThanWasSigned() throws Exception {
        var presigned = presign(key);
        assertRefused(send(upload(presigned, "seven B").setHeader("Content-Type", "image/svg+xml")), 403);
        assertRefused(put(presigned, "eight by"), 403);
        assertRefused(put(presigned, "six by"), 403);
        assertThat(put(presigned, "seven B").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnotherKeyOrSignatureOrSecret() throws Exception {
        var url = presign(key).url().toString();
        assertRefused(put(URI.create(url.replace("incoming", "avatars"))), 403);
        assertRefused(put(URI.create(url.replaceFirst("Signature=.", "Signature=g"))), 403);
        assertRefused(get(presignGet(key, "not the secret")), 403);
    }

    @Test
    void refusesAUrlThatHasExpired() throws Exception {
        var presigned = presign(key, Duration.ofSeconds(1), request -> {});
        Deadline.in(Duration.ofSeconds(10)).await(() -> status(presigned) == 403);
        assertRefused(put(presigned, "seven B"), 403);
    }

    @Test
    void takesAUrlOnceThatIsSignedForANewObject() throws Exception {
        var presigned = presign(key, Duration.ofMinutes(5), request -> request.ifNoneMatch("*"));
        assertThat(put(presigned, "seven B").statusCode()).isEqualTo(200);
        assertRefused(put(presigned, "SEVEN b"), 412);
        assertThat(get(presignGet(key, SHARED.secretAccessKey())).body()).isEqualTo("seven B");
    }

    @Test
    void letsNobodyPublishAnObjectWithAHeaderThatWasNotSigned() throws Exception {
        assertRefused(send(upload(presign(key), "seven B").setHeader("x-amz-acl", "public-read")), 400);
        put(presign(key), "seven B");
        assertRefused(get(objectUrl(key)), 403);
    }

    @Test
    void showsEverybodyAvatarsAndNothingElse() throws Exception {
        var avatar = "avatars/" + UUID.randomUUID() + ".png";
        put(presign(avatar), "seven B");
        put(presign(key), "seven B");

        assertThat(get(objectUrl(avatar)).body()).isEqualTo("seven B");
        assertRefused(get(objectUrl(key)), 403);
        assertRefused(get(objectUrl("")), 403);
        assertRefused(get(SHARED.bucketUrl()), 403);
        assertRefused(get(URI.create(SHARED.bucketUrl() + "?list-type=2&prefix=avatars/")), 403);
        assertRefused(get(SHARED.endpoint().resolve("/")), 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"avatars/..", "avatars/%2e%2e", "avatars%2F..", "avatars/x/../..", "avatars//..", "/avatars/.."})
    void letsNobodyReachTheRestByADetour(String detour) throws Exception {
        put(presign(key), "seven B");
        assertRefused(get(objectUrl(detour + "/" + key)), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "POST"})
    void letsNobodyWriteWithoutASignature(String method) throws Exception {
        var request = HttpRequest.newBuilder(objectUrl("avatars/mine")).method(method, BodyPublishers.ofString("mine"));
        assertThat(send(request).statusCode()).isIn(400, 403, 501);
        assertThat(get(objectUrl("avatars/mine")).statusCode()).isEqualTo(404);
    }

    @Test
    void letsPagesOfThisMachineUpload() throws Exception {
        for (var origin : List.of("http://localhost:3000", "http://127.0.0.1:8080")) {
            assertThat(preflight(origin).headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
            assertThat(send(upload(presign(key), "seven B").header("Origin", origin))
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
        }
        for (var origin : List.of("https://evil.example", "http://localhost.evil.example")) {
            assertRefused(preflight(origin), 403);
        }
    }

    @Test
    void speaksTheXmlOfTheSdk() {
        try (var client = S3Client.builder()
                .endpointOverride(SHARED.endpoint())
                .region(Region.of(S3Server.REGION))
                .credentialsProvider(credentials(SHARED.secretAccessKey()))
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            for (var name : List.of("/a & b", "/<c>")) {
                client.putObject(
                        request -> request.bucket(S3Server.BUCKET).key(key + name), RequestBody.fromString("seven B"));
            }
            var listed = client.listObjectsV2(
                            request -> request.bucket(S3Server.BUCKET).prefix(key))
                    .contents();
            assertThat(listed).extracting(S3Object::key).containsExactly(key + "/<c>", key + "/a & b");

            var ids = listed.stream()
                    .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                    .toList();
            client.deleteObjects(request -> request.bucket(S3Server.BUCKET).delete(these -> these.objects(ids)));

            assertThat(client.listObjectsV2(
                                    request -> request.bucket(S3Server.BUCKET).prefix(key))
                            .contents())
                    .isEmpty();
        }
    }

    @Test
    void keepsItsPortSecretAndObjectsFromRunToRun() throws Exception {
        var directory = Workplace.at("s3-kept");
        int port;
        URI url;
        try (var before = new S3Server(directory).wipe().start()) {
            port = before.port();
            assertThat(put(presign(before, "avatars/kept", Duration.ofMinutes(5), request -> {}), "seven B")
                            .statusCode())
                    .isEqualTo(200);
            url = presignGet(before, "avatars/kept", before.secretAccessKey());
        }
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(url));
        try (var after = new S3Server(directory).start()) {
            assertThat(after.port()).isEqualTo(port);
            assertThat(get(url).body()).isEqualTo("seven B");
            assertThat(Files.exists(directory.resolve("buckets/gatehouse-avatars/avatars/kept")))
                    .isTrue();
        }
    }

    @Test
    void hangsWhileItIsFrozen() throws Exception {
        put(presign("avatars/frozen"), "seven B");
        SHARED.freeze();
        try {
            var request = HttpRequest.newBuilder(objectUrl("avatars/frozen")).timeout(Duration.ofMillis(300));
            assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> send(request));
        } finally {
            SHARED.thaw();
        }
        assertThat(get(objectUrl("avatars/frozen")).body()).isEqualTo("seven B");
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static URI objectUrl(String key) {
        return URI.create(SHARED.bucketUrl() + "/" + key);
    }

    private static PresignedPutObjectRequest presign(String key) {
        return presign(key, Duration.ofMinutes(5), request -> {});
    }

    private static PresignedPutObjectRequest presign(
            String key, Duration life, Consumer<PutObjectRequest.Builder> more) {
        return presign(SHARED, key, life, more);
    }

    /** A URL for seven bytes of PNG. */
    private static PresignedPutObjectRequest presign(
            S3Server server, String key, Duration life, Consumer<PutObjectRequest.Builder> more) {
        try (var presigner = presigner(server, server.secretAccessKey())) {
            return presigner.presignPutObject(presign -> presign.signatureDuration(life)
                    .putObjectRequest(request -> more.accept(request.bucket(S3Server.BUCKET)
                            .key(key)
                            .contentType("image/png")
                            .contentLength(7L))));
        }
    }

    private static URI presignGet(String key, String secret) {
        return presignGet(SHARED, key, secret);
    }

    private static URI presignGet(S3Server server, String key, String secret) {
        try (var presigner = presigner(server, secret)) {
            return URI.create(presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(
                                    request -> request.bucket(S3Server.BUCKET).key(key)))
                    .url()
                    .toString());
        }
    }

    private static S3Presigner presigner(S3Server server, String secret) {
        return S3Presigner.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(S3Server.REGION))
                .credentialsProvider(credentials(secret))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    private static StaticCredentialsProvider credentials(String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS_KEY_ID, secret));
    }

    /** An upload with the headers that were signed. */
    private static HttpRequest.Builder upload(PresignedPutObjectRequest presigned, String content) {
        var request = HttpRequest.newBuilder(URI.create(presigned.url().toString()))
                .timeout(Duration.ofSeconds(20))
                .PUT(BodyPublishers.ofString(content));
        presigned.signedHeaders().forEach((name, values) -> {
            if (!name.equals("host") && !name.equals("content-length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request;
    }

    private static HttpResponse<String> put(PresignedPutObjectRequest presigned, String content)
            throws IOException, InterruptedException {
        return send(upload(presigned, content));
    }

    private static HttpResponse<String> put(URI url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url)
                .header("Content-Type", "image/png")
                .PUT(BodyPublishers.ofString("seven B")));
    }

    private static int status(PresignedPutObjectRequest presigned) {
        try {
            return put(presigned, "seven B").statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> preflight(String origin) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(presign(key).url().toString()))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type,if-none-match")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private static HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(20)));
    }

    /** Over a connection of its own: the server closes one whose body it refused unread, and the next may be on it. */
    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
