package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.ConfirmTotp;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.OneTimeCode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/auth/mfa/totp/confirm}. */
@Schema(requiredProperties = "code")
record TotpConfirmRequest(@Nullable String code) {

    ConfirmTotp.Command command(Caller caller) {
        var input = new Input();
        var readCode = input.required("/code", code, OneTimeCode::of);
        input.check();
        return new ConfirmTotp.Command(caller, readCode.get());
    }

    @Override
    public String toString() {
        return "TotpConfirmRequest[…]";
    }
}
