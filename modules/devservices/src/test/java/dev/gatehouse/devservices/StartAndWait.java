package dev.gatehouse.devservices;

import java.io.IOException;
import java.nio.file.Path;

/** A program that starts one server, says so and waits to be killed. */
final class StartAndWait {

    private StartAndWait() {}

    public static void main(String[] args) throws IOException {
        var directory = Path.of(args[1]);
        switch (args[0]) {
            case "postgres" -> new PostgresServer(directory).start();
            case "redis" -> new RedisServer(directory).start();
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.println("ready");
        System.in.read();
    }
}
