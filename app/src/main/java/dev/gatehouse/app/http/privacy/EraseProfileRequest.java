package dev.gatehouse.app.http.privacy;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.RequestErasure;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Password;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code DELETE /api/auth/profile}. */
@Schema(requiredProperties = "currentPassword")
record EraseProfileRequest(@Nullable String currentPassword) {

    static final String CURRENT = "/currentPassword";

    RequestErasure.Command command(Caller caller) {
        var input = new Input();
        var password = input.required(CURRENT, currentPassword, Password::of);
        input.check();
        return new RequestErasure.Command(caller, password.get());
    }

    @Override
    public String toString() {
        return "EraseProfileRequest[…]";
    }
}
