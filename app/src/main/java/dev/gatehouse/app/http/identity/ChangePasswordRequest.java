package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.ChangePassword;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/auth/profile/password}. */
@Schema(requiredProperties = {"currentPassword", "newPassword"})
record ChangePasswordRequest(
        @Nullable String currentPassword, @Nullable String newPassword) {

    /** Where a wrong password is at fault. */
    static final String CURRENT = "/currentPassword";

    /** Where a password that is not good enough is at fault. */
    static final String NEW = "/newPassword";

    ChangePassword.Command command(Caller caller, Client client, PasswordPolicy policy) {
        var input = new Input();
        var readCurrent = input.required(CURRENT, currentPassword, Password::of);
        var readNew = input.required(NEW, newPassword, text -> policy.accept(Password.of(text)));
        input.check();
        return new ChangePassword.Command(
                caller, readCurrent.get(), readNew.get(), client.userAgent(), client.address());
    }

    @Override
    public String toString() {
        return "ChangePasswordRequest[…]";
    }
}
