package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.ResetPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/auth/password/reset}. */
@Schema(requiredProperties = {"token", "newPassword"})
record ResetPasswordRequest(
        @Nullable String token, @Nullable String newPassword) {

    ResetPassword.Command command(PasswordPolicy policy) {
        var input = new Input();
        var readToken = input.required("/token", token, Function.<String>identity());
        var readNew = input.required(ChangePasswordRequest.NEW, newPassword, text -> policy.accept(Password.of(text)));
        input.check();
        return new ResetPassword.Command(readToken.get(), readNew.get());
    }

    @Override
    public String toString() {
        return "ResetPasswordRequest[…]";
    }
}
