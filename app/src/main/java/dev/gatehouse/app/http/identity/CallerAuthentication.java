package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The caller, in the form the framework's security rules ask for.
 *
 * @param claims what the token says that the caller came with
 * @param until when the caller's token or session ends by itself
 */
public record CallerAuthentication(Caller caller, AccessClaims claims, Instant until) implements Authentication {

    /** Who makes a request, from when that is known; before the framework's rules have been asked. */
    public static Optional<CallerAuthentication> of(HttpRequest<?> request) {
        return request.getAttribute(BearerAuthentication.ATTRIBUTE, CallerAuthentication.class);
    }

    @Override
    public String getName() {
        return caller.user().toString();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Collection<String> getRoles() {
        return List.of(caller.role().name());
    }
}
