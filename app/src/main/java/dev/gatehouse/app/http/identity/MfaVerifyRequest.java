package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.VerifySecondFactor;
import dev.gatehouse.identity.model.SecondFactorCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/auth/mfa/verify}.
 *
 * @param code six digits of the app, or a recovery code
 * @param trustDevice whether this device is to need no second factor for 30 days; false where it is absent
 */
@Schema(requiredProperties = {"challengeId", "code"})
record MfaVerifyRequest(
        @Nullable String challengeId,
        @Nullable String code,
        @Nullable Boolean trustDevice,
        @Nullable DeviceRequest device) {

    VerifySecondFactor.Command command(Client client) {
        var input = new Input();
        var readId = input.required("/challengeId", challengeId, Function.identity());
        var readCode = input.required("/code", code, SecondFactorCode::of);
        var readDevice = DeviceRequest.read(input, device, client);
        input.check();
        return new VerifySecondFactor.Command(
                readId.get(), readCode.get(), Boolean.TRUE.equals(trustDevice), readDevice.get(), client.jar());
    }

    @Override
    public String toString() {
        return "MfaVerifyRequest[…]";
    }
}
