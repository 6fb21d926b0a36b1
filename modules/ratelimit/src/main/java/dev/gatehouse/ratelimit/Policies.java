package dev.gatehouse.ratelimit;

import dev.gatehouse.ratelimit.Policy.By;
import dev.gatehouse.ratelimit.Policy.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All policies at one time. Immutable: other policies are another one of these, put in its place as a whole.
 *
 * @param factors by which the quotas per user of a tier are multiplied, where a policy gives it none of its own
 */
public record Policies(List<Policy> all, Map<String, Integer> factors) {

    private static final Limit BLOCKS = Limit.none("blocks");

    /** No limits. */
    public static final Policies NONE = new Policies(List.of(), Map.of());

    /**
     * @throws IllegalArgumentException if two have one name, or would share a count, or a factor is below 1
     */
    public Policies {
        all = List.copyOf(all);
        factors = Map.copyOf(factors);
        var names = new HashSet<String>();
        var counts = new HashMap<String, String>();
        for (Policy policy : all) {
            if (!names.add(policy.name())) {
                throw new IllegalArgumentException("two policies are named " + policy.name());
            }
            for (String route : routes(policy)) {
                String other = counts.put(policy.by() + " " + route, policy.name());
                if (other != null) {
                    throw new IllegalArgumentException(
                            "%s and %s both count by %s at %s".formatted(other, policy.name(), policy.by(), route));
                }
            }
        }
        if (factors.values().stream().anyMatch(factor -> factor < 1)) {
            throw new IllegalArgumentException("factors of at least 1");
        }
    }

    private static Set<String> routes(Policy policy) {
        return policy.scope() instanceof Scope.Routes(Set<String> routes) ? routes : Set.of();
    }

    /** What a request demands that comes from an address; may be nothing. */
    public List<Demand> byAddress(Subject address, Endpoint endpoint) {
        return all.stream()
                .filter(policy -> policy.by() == By.ADDRESS && policy.holdsAt(endpoint))
                .map(policy -> Demand.one(new LimitKey(address, policy.countAt(endpoint)), policy.limit()))
                .toList();
    }

    /**
     * What a request demands that a user makes; may be nothing.
     *
     * @param subject the user, or the address of a request that is nobody's
     * @param tier one that is not known has no factor
     */
    public List<Demand> byUser(Subject subject, String tier, Endpoint endpoint) {
        return all.stream()
                .filter(policy -> policy.by() == By.USER && policy.holdsAt(endpoint))
                .map(policy -> Demand.one(new LimitKey(subject, policy.countAt(endpoint)), limit(policy, tier)))
                .toList();
    }

    /** Makes demands ask also for blocks of subjects that none of them is about. */
    static void addBlocks(List<Demand> demands, List<Subject> subjects) {
        for (Subject subject : subjects) {
            if (demands.stream().noneMatch(demand -> demand.key().subject().equals(subject))) {
                demands.add(Demand.one(new LimitKey(subject, BLOCKS.name()), BLOCKS));
            }
        }
    }

    private Limit limit(Policy policy, String tier) {
        Integer own = policy.quotas().get(tier);
        int factor = factors.getOrDefault(tier, 1);
        if (own == null && factor == 1) {
            return policy.limit();
        }
        long quota = own == null ? (long) policy.limit().quota() * factor : own;
        return policy.limit().withQuota((int) Math.min(quota, Limit.MOST));
    }

    /** The policy of a name, if there is one. */
    public Optional<Policy> find(String name) {
        return all.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }
}
