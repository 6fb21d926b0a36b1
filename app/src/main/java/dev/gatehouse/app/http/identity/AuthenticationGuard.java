package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.Authenticate;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Stops the start when anybody but us could vouch for a caller, or when we would believe an unsigned token, or one
 * signed with a secret.
 *
 * <p>The framework's own validator accepts unsigned tokens where it finds no signature bean: should it ever be switched
 * on, this is what notices.
 */
@Singleton
final class AuthenticationGuard implements ApplicationEventListener<StartupEvent> {

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    private final List<AuthenticationFetcher<HttpRequest<?>>> fetchers;
    private final Authenticate authenticate;
    private final String issuer;

    AuthenticationGuard(
            List<AuthenticationFetcher<HttpRequest<?>>> fetchers,
            Authenticate authenticate,
            @Value("${gatehouse.public-url}") String issuer) {
        this.fetchers = fetchers;
        this.authenticate = authenticate;
        this.issuer = issuer;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        check();
    }

    void check() {
        if (fetchers.size() != 1 || !(fetchers.getFirst() instanceof BearerAuthentication)) {
            throw new IllegalStateException("somebody else authenticates requests: " + fetchers);
        }
        refuse("none", "");
        refuse("HS256", "c2lnbmVkIHdpdGggYSBzZWNyZXQsIG5vdCBhIGtleSE");
    }

    private void refuse(String algorithm, String signature) {
        String header = "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"self-test\"}".formatted(algorithm);
        String claims = """
                {"iss":"%1$s","aud":"%1$s","sub":"%2$s","sid":"%2$s","jti":"%2$s","ver":0,"iat":0,"exp":9999999999,\
                "auth_time":0,"roles":["ADMIN"],"amr":["pwd"]}""".formatted(issuer, NOBODY);
        String token = base64(header) + "." + base64(claims) + "." + signature;
        authenticate.handle(new Authenticate.Command(token, user -> {
            throw new IllegalStateException("a token with alg " + algorithm + " was believed");
        }));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
