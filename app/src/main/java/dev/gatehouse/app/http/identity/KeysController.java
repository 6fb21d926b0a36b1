package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.ListPublicKeys;
import dev.gatehouse.identity.model.PublicKeyInfo;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;

/** Publishes the keys that check our access tokens (RFC 7517, section 5). */
@Controller("/.well-known/jwks.json")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeysController {

    record JsonWebKey(String kty, String use, String alg, String kid, String crv, String x, String y) {

        static JsonWebKey of(PublicKeyInfo key) {
            return new JsonWebKey("EC", "sig", "ES256", key.id(), "P-256", key.x(), key.y());
        }
    }

    record JsonWebKeySet(List<JsonWebKey> keys) {}

    private final ListPublicKeys listPublicKeys;

    KeysController(ListPublicKeys listPublicKeys) {
        this.listPublicKeys = listPublicKeys;
    }

    @Get
    HttpResponse<JsonWebKeySet> keys() {
        return switch (listPublicKeys.handle(new ListPublicKeys.Command())) {
            case ListPublicKeys.Result.Listed(List<PublicKeyInfo> keys) ->
                HttpResponse.ok(new JsonWebKeySet(
                                keys.stream().map(JsonWebKey::of).toList()))
                        // A key is public for an hour before it signs: caches this long never miss one.
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        };
    }
}
