package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.VerifyCode;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.ChallengeId;
import dev.gatehouse.identity.model.OneTimeCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/auth/otp/verify}.
 *
 * @param device where a session is opened, if the code was asked for to log in
 * @param deviceTrust as for a log-in
 */
@Schema(requiredProperties = {"challengeId", "code"})
record OtpVerifyRequest(
        @Nullable String challengeId,
        @Nullable String code,
        @Nullable DeviceRequest device,
        @Nullable String deviceTrust) {

    /** Empty for an id that no challenge can have. */
    Optional<VerifyCode.Command> command(@Nullable Caller caller, Client client) {
        var input = new Input();
        var readId = input.required("/challengeId", challengeId, ChallengeId::read);
        var readCode = input.required("/code", code, OneTimeCode::of);
        var readDevice = DeviceRequest.read(input, device, client);
        input.check();
        return readId.get()
                .map(id -> new VerifyCode.Command(
                        id,
                        readCode.get(),
                        caller == null ? null : caller.user(),
                        readDevice.get(),
                        client.jar(deviceTrust)));
    }

    @Override
    public String toString() {
        return "OtpVerifyRequest[…]";
    }
}
