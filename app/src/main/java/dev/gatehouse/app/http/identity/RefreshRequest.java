package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.RefreshSession;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/auth/refresh}. */
@Schema(requiredProperties = "refreshToken")
record RefreshRequest(@Nullable String refreshToken) {

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
