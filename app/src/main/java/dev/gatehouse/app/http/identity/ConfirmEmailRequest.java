package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.ConfirmEmail;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/auth/email/verify}. */
@Schema(requiredProperties = "token")
record ConfirmEmailRequest(@Nullable String token) {

    ConfirmEmail.Command command() {
        var input = new Input();
        var readToken = input.required("/token", token, Function.<String>identity());
        input.check();
        return new ConfirmEmail.Command(readToken.get());
    }

    @Override
    public String toString() {
        return "ConfirmEmailRequest[…]";
    }
}
