package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.RefreshSession;
import io.micronaut.http.HttpRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/auth/refresh}; a browser sends a cookie in its stead. */
@Schema(requiredProperties = "refreshToken")
record RefreshRequest(@Nullable String refreshToken) {

    static final RefreshRequest NOTHING = new RefreshRequest(null);

    /** A browser without the cookie has a token that is not valid. */
    static RefreshRequest ofCookie(HttpRequest<?> request) {
        return new RefreshRequest(Cookies.REFRESH.of(request).orElse(""));
    }

    RefreshSession.Command command(Client client) {
        var input = new Input();
        var readToken = input.required("/refreshToken", refreshToken, Function.identity());
        input.check();
        return new RefreshSession.Command(readToken.get(), client.userAgent());
    }

    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}
