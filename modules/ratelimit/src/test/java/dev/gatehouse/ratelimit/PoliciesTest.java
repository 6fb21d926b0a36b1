package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.ratelimit.Policy.By;
import dev.gatehouse.ratelimit.Policy.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PoliciesTest {

    private static final String READ = "GET_/api/users/{id}";
    private static final Subject ADDRESS = new Subject(Subject.IP, "192.0.2.1");
    private static final Subject ADA = Subject.user("ada");

    private static final Policy GLOBAL = policy("ip-global", 100, By.ADDRESS, new Scope.Everywhere());
    private static final Policy USER_READ = policy("user-read", 60, By.USER, new Scope.Routes(Set.of(READ, "GET_/x")));
    private static final Policy VEHICLE_WRITE = policy("vehicle-write", 10, By.USER, new Scope.Named());

    private static Policy policy(String name, int quota, By by, Scope scope) {
        return new Policy(Limit.of(name, quota, Duration.ofMinutes(1)), by, scope, Map.of());
    }

    private static Policies policies(Policy... all) {
        return new Policies(List.of(all), Map.of("ADMIN", 10));
    }

    @Test
    void anEndpointHasThePoliciesThatHoldThere() {
        Policies policies = policies(GLOBAL, USER_READ, VEHICLE_WRITE);
        assertThat(policies.byAddress(ADDRESS, Endpoint.of(READ)))
                .containsExactly(Demand.one(new LimitKey(ADDRESS, "ip-global"), GLOBAL.limit()));
        assertThat(policies.byUser(ADA, "USER", Endpoint.of(READ)))
                .containsExactly(Demand.one(new LimitKey(ADA, READ), USER_READ.limit()));
        assertThat(policies.byUser(ADA, "USER", Endpoint.of("GET_/y"))).isEmpty();
        assertThat(policies.byUser(ADA, "USER", new Endpoint("GET_/y", Set.of("vehicle-write", "no-such"))))
                .containsExactly(Demand.one(new LimitKey(ADA, "vehicle-write"), VEHICLE_WRITE.limit()));
    }

    @Test
    void routesOfOnePolicyAreCountedEachByItself() {
        Policies policies = policies(USER_READ);
        assertThat(policies.byUser(ADA, "USER", Endpoint.of(READ)))
                .doesNotContainAnyElementsOf(policies.byUser(ADA, "USER", Endpoint.of("GET_/x")));
    }

    @Test
    void aTierHasMoreOfEverythingAndItsOwnQuotaWhereThereIsOne() {
        Policies policies =
                policies(USER_READ, new Policy(VEHICLE_WRITE.limit(), By.USER, new Scope.Named(), Map.of("ADMIN", 7)));
        assertThat(quota(policies, "ADMIN", Endpoint.of(READ))).isEqualTo(600);
        assertThat(quota(policies, "OTHER", Endpoint.of(READ))).isEqualTo(60);
        assertThat(quota(policies, "ADMIN", new Endpoint("GET_/y", Set.of("vehicle-write"))))
                .isEqualTo(7);
    }

    private static int quota(Policies policies, String tier, Endpoint endpoint) {
        return policies.byUser(ADA, tier, endpoint).getFirst().limit().quota();
    }

    @Test
    void aTierWithMoreThanALogHoldsCountsInSubWindows() {
        Limit limit = policies(USER_READ)
                .byUser(ADA, "ADMIN", Endpoint.of(READ))
                .getFirst()
                .limit();
        assertThat(limit.algorithm()).isEqualTo(new Algorithm.SubWindows());
    }

    @Test
    void twoPoliciesThatWouldShareACountAreRefused() {
        Policy again = policy("again", 5, By.USER, new Scope.Routes(Set.of(READ)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies(USER_READ, again))
                .withMessage("user-read and again both count by USER at " + READ);
        policies(USER_READ, policy("again", 5, By.ADDRESS, new Scope.Routes(Set.of(READ))));
    }

    @Test
    void twoPoliciesOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies(GLOBAL, GLOBAL))
                .withMessageContaining("ip-global");
    }

    @Test
    void aFactorThatForbidsEverythingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Policies(List.of(), Map.of("GUEST", 0)));
    }
}
