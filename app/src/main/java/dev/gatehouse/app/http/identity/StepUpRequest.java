package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.StepUp;
import dev.gatehouse.identity.StepUp.Shown;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.SecondFactorCode;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/auth/step-up}: one of the two.
 *
 * @param password of those who have no second factor
 * @param code six digits of the app, or a recovery code
 */
record StepUpRequest(@Nullable String password, @Nullable String code) {

    static final String PASSWORD = "/password";

    StepUp.Command command(Caller caller) {
        var input = new Input();
        if (password != null && code != null) {
            throw Input.invalid("", "one-of", "Give the password or a code, not both.");
        }
        if (code == null) {
            var readPassword = input.required(PASSWORD, password, Password::of);
            input.check();
            return new StepUp.Command(caller, new Shown.ThePassword(readPassword.get()));
        }
        var readCode = input.required("/code", code, SecondFactorCode::of);
        input.check();
        return new StepUp.Command(caller, new Shown.TheSecondFactor(readCode.get()));
    }

    @Override
    public String toString() {
        return "StepUpRequest[…]";
    }
}
