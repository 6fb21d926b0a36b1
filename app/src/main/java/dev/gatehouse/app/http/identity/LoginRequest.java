package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.LogIn;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Password;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/auth/login}.
 *
 * @param deviceTrust what the device was given to need no second factor, if it keeps that itself
 */
@Schema(requiredProperties = {"email", "password"})
record LoginRequest(
        @Nullable String email,
        @Nullable String password,
        @Nullable DeviceRequest device,
        @Nullable String deviceTrust) {

    LogIn.Command command(Client client) {
        var input = new Input();
        var readEmail = input.required("/email", email, EmailAddress::of);
        var readPassword = input.required("/password", password, Password::of);
        var readDevice = DeviceRequest.read(input, device, client);
        input.check();
        return new LogIn.Command(readEmail.get(), readPassword.get(), readDevice.get(), client.jar(deviceTrust));
    }

    @Override
    public String toString() {
        return "LoginRequest[…]";
    }
}
