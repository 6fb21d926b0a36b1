package dev.gatehouse.app.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.Algorithm;
import dev.gatehouse.ratelimit.Endpoint;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.Outage;
import dev.gatehouse.ratelimit.Penalty;
import dev.gatehouse.ratelimit.Policies;
import dev.gatehouse.ratelimit.Policy;
import dev.gatehouse.ratelimit.PolicySource;
import dev.gatehouse.ratelimit.PolicySource.Reading;
import dev.gatehouse.ratelimit.PolicySourceContract;
import dev.gatehouse.ratelimit.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlPolicySourceTest implements PolicySourceContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Path file;
    private YamlPolicySource source;

    @BeforeEach
    void start() {
        file = folder.resolve("limits.yml");
        source = source(file);
    }

    private YamlPolicySource source(@Nullable Path path) {
        return new YamlPolicySource(path, name -> variables.getOrDefault(name, ""), MINUTE, 10);
    }

    @Override
    public PolicySource source() {
        return source;
    }

    @Override
    public void write(Map<String, Integer> quotas) {
        var text = new StringBuilder("policies:\n");
        quotas.forEach((name, quota) ->
                text.append("  %s: {by: ip, everywhere: true, limit: %d, window: 1m}%n".formatted(name, quota)));
        write(text.toString());
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void writeNonsense() {
        write("policies: [");
    }

    private Policies read(String text) {
        write(text);
        Reading reading = source.read();
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).policies();
    }

    private String mistake(String text) {
        write(text);
        Reading reading = source.read();
        assertThat(reading).isInstanceOf(Reading.Wrong.class);
        return ((Reading.Wrong) reading).reason();
    }

    @Test
    void everyPartOfAPolicyMayBeSaid() {
        Policy policy = read("""
                policies:
                  mail:
                    by: user
                    routes: [POST /api/mail, "PUT /api/mail/{id}"]
                    limit: 20
                    window: 1h
                    algorithm: spacing
                    burst: 3
                    mode: shadow
                    outage: closed
                    penalty: {base: 30s, max: 10m, decay: 1d}
                    tiers: {ADMIN: 100}
                """).all().getFirst();
        var limit = new Limit(
                "mail",
                20,
                Duration.ofHours(1),
                new Algorithm.Spacing(3),
                Limit.Mode.SHADOW,
                Outage.CLOSED,
                new Penalty(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofDays(1)));
        var routes = new Policy.Scope.Routes(Set.of("POST_/api/mail", "PUT_/api/mail/{id}"));
        assertThat(policy).isEqualTo(new Policy(limit, Policy.By.USER, routes, Map.of("ADMIN", 100)));
    }

    @Test
    void whatIsNotSaidIsUsual() {
        Policy policy = read("policies: {vehicle-write: {by: user}}").all().getFirst();
        assertThat(policy)
                .isEqualTo(new Policy(
                        Limit.of("vehicle-write", 10, MINUTE), Policy.By.USER, new Policy.Scope.Named(), Map.of()));
    }

    @Test
    void variablesStandForValues() {
        String text = """
                policies:
                  global: {by: ip, everywhere: true, limit: "${MOST:100}", window: "${TIME}"}
                  other: {by: ip, limit: "${OTHER:}"}
                """;
        variables.put("TIME", "30s");
        assertThat(read(text).all())
                .extracting(Policy::limit)
                .containsExactly(Limit.of("global", 100, MINUTE.dividedBy(2)));
        variables.put("MOST", "7");
        variables.put("OTHER", "8");
        assertThat(read(text + "\n").all())
                .extracting(policy -> policy.limit().quota())
                .containsExactly(7, 8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policies: {};x: 1                                         | line 2: nobody knows x",
                "tiers: {ADMIN: 2}                                        | line 1: policies are missing",
                "tiers: {ADMIN: 0};policies: {}                           | line 1: factors of at least 1",
                "policies:;  a: {by: cookie}                              | line 2: one of",
                "policies:;  a: {limit: 1}                                | line 2: by is missing",
                "policies:;  a:;    by: ip;    limit: many                | line 4: a whole number is expected here, not many",
                "policies:;  a:;    by: ip;    limit: 99999999999         | line 4: a whole number",
                "policies:;  a:;    by: ip;    limit: 0                   | line 3: a quota of 1 to a thousand million",
                "policies:;  a:;    by: ip;    window: soon               | line 4: a time like",
                "policies:;  a:;    by: ip;    limits: 3                  | line 4: nobody knows limits",
                "policies:;  a:;    by: ip;    by: user                   | line 4: a second by",
                "policies:;  a:;    by: ip;    routes: [GET api]          | line 4: this cannot be: GET api",
                "policies:;  a:;    by: ip;    routes: []                 | line 4: a list",
                "policies:;  a:;    by: ip;    routes: [GET /];    everywhere: true | line 3: either routes or everywhere",
                "policies:;  a:;    by: ip;    penalty: {base: 2h}        | line 4: a base up to the maximum",
                "policies:;  a:;    by: ip;    algorithm: spacing;    burst: 99 | line 3: a burst up to the quota",
                "policies:;  a: {by: ip, routes: [GET /]};  b: {by: ip, routes: [GET /]} | line 1: a and b both count",
                "policies: [1, 2]                                         | line 1: keys and values",
                "policies:;  Bad_name: {by: ip}                           | line 2: a name in kebab-case",
                "policies:;\tx                                            | line 2",
                "policies: *x                                             | line 1",
            })
    void aMistakeIsToldWithItsLine(String text, String told) {
        assertThat(mistake(text.replace(";", "\n"))).startsWith(file + ", ").contains(told);
    }

    @Test
    void anEmptyFileAndOneThatIsGoneAreWrong() {
        assertThat(((Reading.Wrong) source.read()).reason()).contains("cannot be read");
        assertThat(source.read()).isEqualTo(new Reading.Unchanged());
        assertThat(mistake("# nothing")).contains("line 1: there is nothing");
    }

    @Test
    void theLimitsThatComeWithTheApplicationAreThoseOfTheDesign() {
        Policies policies = ((Reading.Read) source(null).read()).policies();
        var nobody = new Subject(Subject.IP, "192.0.2.1");
        assertThat(policies.byAddress(nobody, Endpoint.of("POST_/api/auth/login")))
                .extracting(demand -> demand.limit().quota())
                .containsExactly(100, 10);
        Map<String, Integer> perUser = Map.ofEntries(
                Map.entry("GET_/api/users", 30),
                Map.entry("GET_/api/users/{id}", 60),
                Map.entry("PUT_/api/users/{id}", 10),
                Map.entry("DELETE_/api/users/{id}", 3),
                Map.entry("GET_/api/vehicles", 30),
                Map.entry("GET_/api/vehicles/{id}", 60),
                Map.entry("POST_/api/vehicles", 10),
                Map.entry("PUT_/api/vehicles/{id}", 10),
                Map.entry("DELETE_/api/vehicles/{id}", 5),
                Map.entry("GET_/api/auth/profile", 300),
                Map.entry("PUT_/api/auth/profile", 60));
        perUser.forEach((route, quota) -> {
            assertThat(policies.byUser(nobody, "USER", Endpoint.of(route)))
                    .as(route)
                    .extracting(demand -> demand.limit().quota())
                    .containsExactly(quota);
            assertThat(policies.byUser(nobody, "ADMIN", Endpoint.of(route)))
                    .extracting(demand -> demand.limit().quota())
                    .containsExactly(10 * quota);
        });
        for (String route : new String[] {"POST_/api/auth/register", "POST_/api/users"}) {
            assertThat(policies.byAddress(nobody, Endpoint.of(route)))
                    .extracting(demand -> demand.limit().quota())
                    .containsExactly(100, 5);
        }
    }

    @Test
    void theVariablesOfOldOverrideThem() {
        variables.put("RATE_LIMIT_IP_MAX", "50");
        variables.put("RATE_LIMIT_USER_MAX", "200");
        Policies policies = ((Reading.Read) source(null).read()).policies();
        assertThat(policies.find("ip-global"))
                .map(policy -> policy.limit().quota())
                .contains(50);
        assertThat(policies.find("user-global"))
                .map(policy -> policy.limit().quota())
                .contains(200);
    }
}
