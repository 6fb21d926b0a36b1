package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.RequestEmailChange;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Password;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/auth/profile/email}. */
@Schema(requiredProperties = {"newEmail", "currentPassword"})
record ChangeEmailRequest(
        @Nullable String newEmail, @Nullable String currentPassword) {

    RequestEmailChange.Command command(Caller caller) {
        var input = new Input();
        var readEmail = input.required("/newEmail", newEmail, EmailAddress::of);
        var readPassword = input.required(ChangePasswordRequest.CURRENT, currentPassword, Password::of);
        input.check();
        return new RequestEmailChange.Command(caller, readEmail.get(), readPassword.get());
    }

    @Override
    public String toString() {
        return "ChangeEmailRequest[…]";
    }
}
