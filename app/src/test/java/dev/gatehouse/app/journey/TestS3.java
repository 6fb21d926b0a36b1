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
            // The SDK looks for its credentials among the system properties, whatever Gatehouse is told.
            SERVER.variables().forEach((name, value) -> {
                if (name.startsWith("aws.")) {
                    System.setProperty(name, value);
                }
            });
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    private TestS3() {}

    static S3Server shared() {
        return Shared.SERVER;
    }

    /** What leads Gatehouse there. */
    static Map<String, String> variables() {
        return shared().variables();
    }
}
