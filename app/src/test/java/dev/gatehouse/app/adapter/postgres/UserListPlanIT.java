package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EmailPrefix;
import dev.gatehouse.identity.model.NamePrefix;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
import dev.gatehouse.identity.model.UserPlace;
import dev.gatehouse.identity.model.UserSearch;
import io.micronaut.context.ApplicationContext;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page out of 1,000,000 users is read from one index alone, the last one at the cost of the first. */
final class UserListPlanIT {

    private static final int MANY = 1_000_000;
    private static final int LIMIT = 50;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)");

    private static final UserSearch BY_EMAIL = new UserSearch(EmailPrefix.of("user"), null);
    private static final UserSearch BY_NAME = new UserSearch(null, NamePrefix.of("ada"));
    private static final UserSearch BY_BOTH = new UserSearch(EmailPrefix.of("user"), NamePrefix.of("ada"));

    private static ApplicationContext context;

    @BeforeAll
    static void aMillion() {
        context = TestPostgres.freshDatabase("userlist");
        run("""
                INSERT INTO identity.users (id, epoch, version, created_at, updated_at, email_verified, phone_verified,
                    role, status, email, email_canonical, name)
                SELECT gen_random_uuid(), 0, 1, now(), now(), true, false, 'USER', 'ACTIVE', e, e,
                    (ARRAY['Ada', 'Bea', 'Ada Öz'])[1 + n %% 3] || ' ' || md5(n::text)
                FROM generate_series(1, %d) AS n, LATERAL (SELECT 'user' || md5('e' || n) || '@example.com') AS m(e)
                """.formatted(MANY));
        run("VACUUM (ANALYZE) identity.users");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static List<String> run(String sql) {
        return TestPostgres.query(TestPostgres.url("userlist"), "gatehouse", sql);
    }

    static Stream<UserSearch> searches() {
        return Stream.of(UserSearch.ALL, BY_EMAIL, BY_NAME, BY_BOTH);
    }

    /** Near the end of the list, however it goes. */
    private static UserPlace nearTheEnd(UserSearch search) {
        String key = search.email() != null ? "email_canonical" : search.name() != null ? "name_folded" : "''";
        String name = search.name() == null ? "" : "WHERE name_folded LIKE 'ada%'";
        String order = key.equals("''") ? "id" : key;
        var last = run("SELECT %s || '|' || id FROM identity.users %s ORDER BY %s DESC OFFSET %d LIMIT 1"
                        .formatted(key, name, order, LIMIT))
                .getFirst();
        int bar = last.lastIndexOf('|');
        return new UserPlace(last.substring(0, bar), new UserId(UUID.fromString(last.substring(bar + 1))));
    }

    /** With the plan that Postgres makes for all values at once, as it does for a statement that comes often. */
    private static List<String> plan(UserSearch search, @Nullable UserPlace after) {
        var query = UserListQuery.of(search, after, LIMIT + 1);
        try (var connection = DriverManager.getConnection(
                        TestPostgres.url("userlist"), "gatehouse", TestPostgres.SERVER.password());
                var settings = connection.createStatement();
                var statement = connection.prepareStatement(
                        "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) " + query.sql())) {
            settings.execute("SET plan_cache_mode = force_generic_plan");
            Object[] arguments = query.arguments();
            for (int at = 0; at < arguments.length; at++) {
                statement.setObject(at + 1, arguments[at]);
            }
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1).strip());
                }
            }
            return lines;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<String> steps(List<String> plan) {
        return plan.stream()
                .filter(line -> line.startsWith("->") || line.startsWith("Limit"))
                .map(line -> line.replaceAll(" \\(actual.*", ""))
                .toList();
    }

    private static int buffers(List<String> plan) {
        return plan.stream()
                .map(BUFFERS::matcher)
                .filter(Matcher::find)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aPageIsReadFromAnIndexAloneTheLastAtTheCostOfTheFirst(UserSearch search) {
        plan(search, null);
        List<String> first = plan(search, null);
        List<String> last = plan(search, nearTheEnd(search));

        assertThat(steps(first)).hasSize(2).element(1).asString().startsWith("->  Index Only Scan using users_");
        assertThat(steps(last)).isEqualTo(steps(first));
        assertThat(first).contains("Heap Fetches: 0");
        assertThat(last).contains("Heap Fetches: 0");
        assertThat(List.of(buffers(first), buffers(last)))
                .as("%s%n%s", first, last)
                .allMatch(buffers -> buffers <= LIMIT);
    }

    @Test
    void theLastPageHasTheRest() {
        var users = new PostgresUserRepository(TestPostgres.jdbc(context));
        for (UserSearch search : searches().toList()) {
            UserPage page = users.list(search, nearTheEnd(search), LIMIT);
            assertThat(page.ids()).hasSize(LIMIT);
            assertThat(page.next()).isNull();
        }
    }
}
