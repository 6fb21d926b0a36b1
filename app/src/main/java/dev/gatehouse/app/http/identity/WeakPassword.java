package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.app.http.problem.InvalidInput;
import dev.gatehouse.identity.model.Weakness;

/** The refusal of a password that is long enough, and no secret all the same. */
final class WeakPassword {

    private WeakPassword() {}

    static InvalidInput at(String pointer, Weakness weakness) {
        return Input.invalid(pointer, weakness.code(), weakness.detail());
    }
}
