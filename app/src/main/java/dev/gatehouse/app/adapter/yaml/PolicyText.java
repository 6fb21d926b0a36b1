package dev.gatehouse.app.adapter.yaml;

import dev.gatehouse.ratelimit.Algorithm;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.Outage;
import dev.gatehouse.ratelimit.Penalty;
import dev.gatehouse.ratelimit.Policies;
import dev.gatehouse.ratelimit.Policy;
import dev.gatehouse.ratelimit.Policy.By;
import dev.gatehouse.ratelimit.Policy.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads policies from YAML, and tells the line of the first mistake. */
final class PolicyText {

    private static final Pattern ROUTE = Pattern.compile("[A-Z]{3,7} /\\S{0,200}");
    private static final Map<String, By> BY = Map.of("ip", By.ADDRESS, "user", By.USER);
    private static final Map<String, Boolean> YES = Map.of("true", true);
    private static final Map<String, Limit.Mode> MODES =
            Map.of("enforced", Limit.Mode.ENFORCED, "shadow", Limit.Mode.SHADOW);
    private static final Map<String, Outage> OUTAGES =
            Map.of("local", Outage.OPEN_LOCAL, "open", Outage.OPEN, "closed", Outage.CLOSED);

    private final UnaryOperator<String> variables;
    private final Duration window;
    private final int quota;

    /**
     * @param window of a policy that has none
     * @param quota of a policy that has none
     */
    PolicyText(UnaryOperator<String> variables, Duration window, int quota) {
        this.variables = variables;
        this.window = window;
        this.quota = quota;
    }

    Policies read(Node root) {
        var all = new Section(root, variables);
        Map<String, Integer> factors =
                all.section("tiers").map(Section::numbers).orElseGet(Map::of);
        var policies = new ArrayList<Policy>();
        all.section("policies")
                .orElseThrow(() -> all.mistake("policies are missing"))
                .sections()
                .forEach((name, section) -> policy(name, section).ifPresent(policies::add));
        all.end();
        return made(all, () -> new Policies(policies, factors));
    }

    private Optional<Policy> policy(String name, Section section) {
        By by = section.word("by", BY).orElseThrow(() -> section.mistake("by is missing: ip or user"));
        Scope scope = scope(section);
        boolean holds = !section.isBlank("limit");
        int own = section.number("limit").orElse(quota);
        Policy policy = made(section, () -> policy(name, section, by, scope, own));
        section.end();
        return holds ? Optional.of(policy) : Optional.empty();
    }

    private Policy policy(String name, Section section, By by, Scope scope, int own) {
        var limit = new Limit(
                name,
                own,
                section.duration("window").orElse(window),
                algorithm(section, own),
                section.word("mode", MODES).orElse(Limit.Mode.ENFORCED),
                section.word("outage", OUTAGES).orElse(Outage.OPEN_LOCAL),
                penalty(section));
        return new Policy(
                limit, by, scope, section.section("tiers").map(Section::numbers).orElseGet(Map::of));
    }

    private static Scope scope(Section section) {
        Optional<List<String>> routes = section.texts("routes", ROUTE);
        boolean everywhere = section.word("everywhere", YES).isPresent();
        if (routes.isPresent() && everywhere) {
            throw section.mistake("either routes or everywhere");
        }
        return everywhere
                ? new Scope.Everywhere()
                : routes.<Scope>map(list -> new Scope.Routes(new HashSet<>(list.stream()
                                .map(route -> route.replace(' ', '_'))
                                .toList())))
                        .orElseGet(Scope.Named::new);
    }

    private static Algorithm algorithm(Section section, int quota) {
        int burst = section.number("burst").orElse(1);
        return section.word(
                        "algorithm",
                        Map.of(
                                "sliding",
                                Limit.sliding(quota),
                                "spacing",
                                new Algorithm.Spacing(burst),
                                "aligned",
                                new Algorithm.AlignedWindow()))
                .orElseGet(() -> Limit.sliding(quota));
    }

    private static @Nullable Penalty penalty(Section policy) {
        return policy.section("penalty")
                .map(section -> {
                    var penalty = made(
                            section,
                            () -> new Penalty(
                                    section.duration("base").orElse(Duration.ofMinutes(1)),
                                    section.duration("max").orElse(Duration.ofHours(1)),
                                    section.duration("decay").orElse(Duration.ofMinutes(15))));
                    section.end();
                    return penalty;
                })
                .orElse(null);
    }

    /** What a value refuses is a mistake of the section it was made of. */
    private static <T> T made(Section section, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw section.mistake(String.valueOf(refused.getMessage()));
        }
    }
}
