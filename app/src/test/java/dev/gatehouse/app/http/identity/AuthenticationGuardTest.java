package dev.gatehouse.app.http.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.Authenticate;
import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.AccessToken;
import dev.gatehouse.identity.model.PublicKeyInfo;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.AccessTokens;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.filters.AuthenticationFetcher;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class AuthenticationGuardTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();

    /** Believes every token whose text has a certain start, as a validator would that was switched on by mistake. */
    private record Gullible(String start) implements AccessTokens {

        @Override
        public AccessToken issue(AccessClaims claims) {
            throw new AssertionError("nobody asks for a token");
        }

        @Override
        public Reading read(String text) {
            var claims = new AccessClaims(
                    new UUID(0, 0),
                    new UserId(new UUID(0, 0)),
                    new SessionId(new UUID(0, 0)),
                    0,
                    Role.ADMIN,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Instant.MAX);
            return text.startsWith(start) ? new Reading.Valid(claims) : new Reading.Invalid("not as gullible");
        }

        @Override
        public List<PublicKeyInfo> publicKeys() {
            return List.of();
        }
    }

    private static void start(Authenticate authenticate, List<AuthenticationFetcher<HttpRequest<?>>> fetchers) {
        new AuthenticationGuard(fetchers, authenticate, "https://id.example").check();
    }

    @Test
    void ourOwnAuthenticationMayStart() {
        var authenticate = identity.authenticate;

        assertThatCode(() -> start(authenticate, List.of(new BearerAuthentication())))
                .doesNotThrowAnyException();
    }

    @Test
    void anybodyElseWhoAuthenticatesStopsTheStart() {
        var authenticate = identity.authenticate;

        assertThatThrownBy(() -> start(authenticate, List.of(new BearerAuthentication(), request -> Mono.empty())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("somebody else");
        assertThatThrownBy(() -> start(authenticate, List.of(request -> Mono.empty())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBelievedForgeryStopsTheStart() {
        // The first characters of base64url for {"alg":"none" and {"alg":"HS256"
        for (String header : List.of("eyJhbGciOiJub25lI", "eyJhbGciOiJIUzI1NiI")) {
            var gullible = new Authenticate(new Gullible(header), identity.store);

            assertThatThrownBy(() -> start(gullible, List.of(new BearerAuthentication())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was believed");
        }
    }
}
