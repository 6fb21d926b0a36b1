package dev.gatehouse.app.journey;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Users of another system, as pages to import. */
final class Imports {

    static final String PATH = "/api/admin/users/import";

    /** Of {@link Api#PASSWORD}, by libcrypt. */
    static final String BCRYPT = "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS";

    private Imports() {}

    static String row(String email, String hash) {
        return "{\"email\":\"%s\",\"emailVerified\":true,\"name\":\"Ada Lovelace\",\"phone\":\"+41791234567\",\"passwordHash\":\"%s\"}"
                .formatted(email, hash);
    }

    static String row(String email) {
        return row(email, BCRYPT);
    }

    static String page(List<String> rows) {
        return "{\"users\":[" + String.join(",", rows) + "]}";
    }

    static String page(String... rows) {
        return page(List.of(rows));
    }

    /** Addresses that nobody has. */
    static List<String> addresses(int count) {
        String start = "import-" + UUID.randomUUID();
        return IntStream.range(0, count)
                .mapToObj(number -> start + "-" + number + "@example.com")
                .toList();
    }
}
