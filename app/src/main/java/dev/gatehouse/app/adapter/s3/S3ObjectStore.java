package dev.gatehouse.app.adapter.s3;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.port.ObjectStore;
import dev.gatehouse.media.port.ObjectStoreUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Objects in one bucket. */
public final class S3ObjectStore implements ObjectStore {

    private static final int MOST = 1_000;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    public S3ObjectStore(S3Connection connection) {
        client = connection.client();
        presigner = connection.presigner();
        bucket = connection.bucket();
    }

    @Override
    public SignedPut sign(ObjectKey key, String contentType, long length, Duration life) {
        return translated(() -> {
            var signed = presigner.presignPutObject(
                    presign -> presign.signatureDuration(life).putObjectRequest(put -> put.bucket(bucket)
                            .key(key.value())
                            .contentType(contentType)
                            .contentLength(length)
                            .ifNoneMatch("*")));
            return new SignedPut(
                    URI.create(signed.url().toString()),
                    signed.httpRequest().method().name(),
                    headers(signed.signedHeaders()));
        });
    }

    /** Those that a client sets: the host and the length follow from where it sends what. */
    private static Map<String, String> headers(Map<String, ? extends Collection<String>> signed) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        signed.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.remove("host");
        headers.remove("content-length");
        return Map.copyOf(headers);
    }

    @Override
    public Optional<byte[]> read(ObjectKey key, int most) {
        return translated(() -> {
            try {
                return Optional.of(client.getObject(
                        get -> get.bucket(bucket).key(key.value()), (response, bytes) -> beginning(bytes, most)));
            } catch (NoSuchKeyException missing) {
                return Optional.empty();
            }
        });
    }

    /** Drops the connection where there is more to come, rather than read all of it. */
    private static byte[] beginning(AbortableInputStream bytes, int most) throws IOException {
        byte[] read = bytes.readNBytes(most);
        if (read.length == most) {
            bytes.abort();
        }
        return read;
    }

    @Override
    public void put(ObjectKey key, byte[] bytes, String contentType) {
        translated(() -> client.putObject(
                put -> put.bucket(bucket)
                        .key(key.value())
                        .contentType(contentType)
                        .cacheControl(FOR_EVER),
                RequestBody.fromBytes(bytes)));
    }

    @Override
    public List<ObjectKey> list(UserId user) {
        return translated(() -> ObjectKey.prefixes(user).stream()
                .flatMap(prefix ->
                        client.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)).contents().stream())
                .map(object -> new ObjectKey(object.key()))
                .limit(MOST)
                .toList());
    }

    @Override
    public void delete(Collection<ObjectKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        var objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key.value()).build())
                .toList();
        translated(() -> demandAll(client.deleteObjects(delete ->
                delete.bucket(bucket).delete(these -> these.objects(objects).quiet(true)))));
    }

    /** What it could not delete it says in an answer that is otherwise fine. */
    private static DeleteObjectsResponse demandAll(DeleteObjectsResponse response) {
        if (response.hasErrors() && !response.errors().isEmpty()) {
            throw AwsServiceException.builder()
                    .message("not deleted: " + response.errors().getFirst())
                    .build();
        }
        return response;
    }

    private static <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException | UncheckedIOException failure) {
            throw new ObjectStoreUnavailable(failure);
        }
    }
}
