package dev.gatehouse.app.journey;

import dev.gatehouse.app.Application;
import io.micronaut.http.HttpMethod;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Who may use an endpoint, as the table in docs/roles.md says it.
 *
 * @param nobody whether those may who do not say who they are
 * @param user what of it a user may
 * @param administrator what of it an administrator may
 */
record Roles(String method, String path, Reach nobody, Reach user, Reach administrator) {

    /** What of an endpoint is for whom. */
    enum Reach {
        NOTHING("–"),
        OWN("own"),
        ALL("all");

        private final String word;

        Reach(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private static final Path TABLE = Path.of("..", "docs", "roles.md");

    /** As the code has it, in the order of paths. */
    static List<Roles> ofCode(Router router) {
        return router.uriRoutes()
                .filter(route ->
                        route.getDeclaringType().getName().startsWith(Application.class.getPackageName() + ".http."))
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(Roles::of)
                .distinct()
                .sorted(Comparator.comparing(Roles::path).thenComparing(Roles::method))
                .toList();
    }

    /**
     * What is under /api/auth is about whoever calls; what else is for those who are signed in is theirs, and an
     * administrator's to look after.
     */
    private static Roles of(UriRouteInfo<?, ?> route) {
        String path = route.getUriMatchTemplate().toPathString();
        String rule = String.join(" ", route.getAnnotationMetadata().stringValues(Secured.class));
        boolean isAboutTheCaller = path.startsWith("/api/auth/");
        return switch (rule) {
            case SecurityRule.IS_ANONYMOUS -> of(route, Reach.ALL, Reach.ALL, Reach.ALL);
            case SecurityRule.IS_AUTHENTICATED ->
                of(route, Reach.NOTHING, Reach.OWN, isAboutTheCaller ? Reach.OWN : Reach.ALL);
            case "ADMIN" -> of(route, Reach.NOTHING, Reach.NOTHING, Reach.ALL);
            default -> throw new AssertionError(path + " says nothing of roles that is known here: " + rule);
        };
    }

    private static Roles of(UriRouteInfo<?, ?> route, Reach nobody, Reach user, Reach administrator) {
        String path = route.getUriMatchTemplate().toPathString();
        return new Roles(route.getHttpMethodName(), path, nobody, user, administrator);
    }

    /** The lines of the table in the docs. */
    static List<String> documented() {
        try (var lines = Files.lines(TABLE)) {
            return lines.filter(line -> line.startsWith("| `")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its line of the table. */
    String line() {
        return "| `%s %s` | %s | %s | %s |".formatted(method, path, nobody.word(), user.word(), administrator.word());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
