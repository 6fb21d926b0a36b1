package dev.gatehouse.devservices;

import static java.util.Map.entry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * An S3 on the loopback address that keeps objects as files, demands signatures (AWS SigV4) and has the bucket
 * {@value #BUCKET}.
 *
 * <p>The bucket is as Amazon makes them: it knows no ACLs, and one policy lets everybody read what is under
 * {@value #PUBLIC_PREFIX}. Address it by path ({@code http://host:port/bucket/key}). Pages of this machine may send
 * requests from a browser.
 */
public final class S3Server extends ServerInside<S3Server> {

    public static final String BUCKET = "gatehouse-avatars";
    public static final String PUBLIC_PREFIX = "avatars/";
    public static final String REGION = "us-east-1";
    public static final String ACCESS_KEY_ID = "gatehouse";

    private static final String LOCAL_ORIGIN = "https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?";
    private static final int THREADS = 32;

    private @Nullable S3Proxy proxy;

    /** A server on the port of the last start in this directory, or a free one. Nothing is touched before the start. */
    public S3Server(Path directory) {
        this(new Home("S3", directory));
    }

    private S3Server(Home home) {
        super(home, home.port());
    }

    @Override
    S3Server self() {
        return this;
    }

    @Override
    void launch() throws IOException {
        var buckets = home.path("buckets");
        Files.createDirectories(buckets.resolve(BUCKET));
        var starting = S3Proxy.builder()
                .endpoint(endpoint())
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY_ID, secretAccessKey())
                .blobStore(new PolicedBlobStore(new FilesystemNio2BlobStore(buckets.toString()), PUBLIC_PREFIX))
                .corsRules(new CrossOriginResourceSharing(
                        List.of(LOCAL_ORIGIN), List.of("GET", "HEAD", "PUT"), List.of("*"), List.of("ETag"), ""))
                .jettyMaxThreads(THREADS)
                .stopTimeout(0)
                .build();
        try {
            starting.start();
        } catch (Exception e) {
            throw new DevServiceException("S3 did not start: " + e.getMessage(), e);
        }
        proxy = starting;
    }

    @Override
    void halt() {
        if (proxy != null) {
            try {
                proxy.stop();
            } catch (Exception e) {
                throw new DevServiceException("S3 did not stop: " + e.getMessage(), e);
            }
            proxy = null;
        }
    }

    /** The last two are for the SDK of AWS, which looks for system properties first. */
    @Override
    public Map<String, String> variables() {
        return Map.ofEntries(
                entry("S3_BUCKET", BUCKET),
                entry("S3_ENDPOINT", endpoint().toString()),
                entry("AVATAR_BASE_URL", bucketUrl().toString()),
                entry("AWS_REGION", REGION),
                entry("aws.accessKeyId", ACCESS_KEY_ID),
                entry("aws.secretAccessKey", secretAccessKey()));
    }

    public URI endpoint() {
        return URI.create("http://%s:%d".formatted(host(), port()));
    }

    /** Where the objects of the bucket are found; those under {@value #PUBLIC_PREFIX} without a signature. */
    public URI bucketUrl() {
        return endpoint().resolve("/" + BUCKET);
    }

    /** The secret of {@value #ACCESS_KEY_ID}, kept in the directory. */
    public String secretAccessKey() {
        return Secret.password(home.path("secret-access-key"));
    }
}
