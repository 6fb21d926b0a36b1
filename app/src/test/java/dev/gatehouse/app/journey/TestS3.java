package dev.gatehouse.app.journey;

import dev.gatehouse.devservices.S3Server;
import java.util.Map;

/** The S3 that all journeys of this JVM share which ask for one; who stops or freezes it starts or thaws it again. */
final class TestS3 {

    private static final class Shared {
        static final S3Server SERVER =
                new S3Server(Gatehouse.SERVERS.resolve("journey").resolve("s3"));

        static {
            SERVER.wipe().start();
            // Where the SDK looks for credentials first; nothing else in these tests signs with them.
            System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY_ID);
            System.setProperty("aws.secretAccessKey", SERVER.secretAccessKey());
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    private TestS3() {}

    static S3Server shared() {
        return Shared.SERVER;
    }

    /** What leads Gatehouse there. */
    static Map<String, String> variables() {
        var server = shared();
        return Map.of(
                "S3_BUCKET",
                S3Server.BUCKET,
                "S3_ENDPOINT",
                server.endpoint().toString(),
                "AVATAR_BASE_URL",
                server.bucketUrl().toString(),
                "AWS_REGION",
                S3Server.REGION);
    }
}
