package dev.gatehouse.app.journey;

import dev.gatehouse.app.journey.Gatehouse.Servers;
import dev.gatehouse.identity.port.InParallel;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures how many users a second are taken over, by HTTP. No test: {@code bench/import} runs it. */
final class ImportBench {

    private static final int PAGE = 1_000;

    /** One of each kind, as an import may have them mixed. */
    private static final List<String> HASHES = List.of(
            Imports.BCRYPT,
            "$scrypt$ln=14,r=8,p=1$TmFDbCBmb3IgdGVzdHMhIQ$/zerraIaFboZLLeayqI8k+kUig+mJRnAlSiWW7QH2pE",
            "$pbkdf2-sha256$i=600000$TmFDbCBmb3IgdGVzdHMhIQ$Eojkvx1ShcT70KU/U+jSKVnd7JTyPDWjV+gCjV1qS1Q",
            "$argon2id$v=19$m=65536,t=3,p=4$TmFDbCBmb3IgdGVzdHMhIQ$Eojkvx1ShcT70KU/U+jSKVnd7JTyPDWjV+gCjV1qS1Q");

    @Test
    void measure() {
        try (var servers = Servers.fresh("import-bench");
                var gatehouse = Gatehouse.start(servers, Map.of())) {
            Api api = gatehouse.api();
            String[] bearer = {
                "Authorization", "Bearer " + Users.administrator(api, servers).token()
            };
            send(api, bearer, 1, pages(30));
            System.out.println("| users there | pages at once | users | time | users/s |");
            System.out.println("|---|---|---|---|---|");
            report(servers, api, bearer, 1, 100);
            report(servers, api, bearer, 2, 100);
            report(servers, api, bearer, 1, 100);
        }
    }

    private static void report(Servers servers, Api api, String[] bearer, int atOnce, int count) {
        String there =
                Sql.column(servers, "SELECT count(*) FROM identity.users").getFirst();
        List<String> pages = pages(count);
        long begin = System.nanoTime();
        send(api, bearer, atOnce, pages);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "| %s | %d | %d | %.1f s | %.0f |%n", there, atOnce, count * PAGE, seconds, count * PAGE / seconds);
    }

    private static List<String> pages(int count) {
        return IntStream.range(0, count)
                .mapToObj(page -> {
                    List<String> addresses = Imports.addresses(PAGE);
                    return Imports.page(IntStream.range(0, PAGE)
                            .mapToObj(row -> Imports.row(addresses.get(row), HASHES.get(row % HASHES.size())))
                            .toList());
                })
                .toList();
    }

    private static void send(Api api, String[] bearer, int atOnce, List<String> pages) {
        InParallel.run(atOnce, number -> {
            for (int page = number; page < pages.size(); page += atOnce) {
                Api.Answer answer = api.post(Imports.PATH, pages.get(page), bearer);
                if (!answer.at("/imported").equals("" + PAGE)) {
                    throw new AssertionError(answer.toString());
                }
            }
            return true;
        });
    }
}
