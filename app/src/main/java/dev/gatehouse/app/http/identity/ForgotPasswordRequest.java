package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.RequestPasswordReset;
import dev.gatehouse.identity.model.EmailAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/auth/password/forgot}. */
@Schema(requiredProperties = "email")
record ForgotPasswordRequest(@Nullable String email) {

    RequestPasswordReset.Command command() {
        var input = new Input();
        var readEmail = input.required("/email", email, EmailAddress::of);
        input.check();
        return new RequestPasswordReset.Command(readEmail.get());
    }

    @Override
    public String toString() {
        return "ForgotPasswordRequest[…]";
    }
}
