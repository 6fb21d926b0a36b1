package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.Register;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordPolicy;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/auth/register}. */
@Schema(requiredProperties = {"email", "password", "name"})
record RegisterRequest(
        @Nullable String email,
        @Nullable String password,
        @Nullable String name,
        @Nullable String phone,
        @Nullable DeviceRequest device) {

    Register.Command command(Client client, PasswordPolicy policy, @Nullable Locale language) {
        var input = new Input();
        var readEmail = input.required("/email", email, EmailAddress::of);
        var readPassword = input.required("/password", password, text -> policy.accept(Password.of(text)));
        var readName = input.required("/name", name, PersonName::of);
        var readPhone = input.optional("/phone", phone, PhoneNumber::of);
        var readDevice = DeviceRequest.read(input, device, client);
        input.check();
        return new Register.Command(
                readEmail.get(),
                readPassword.get(),
                readName.get(),
                readPhone.orNull(),
                readDevice.get(),
                language,
                client.jar());
    }

    @Override
    public String toString() {
        return "RegisterRequest[…]";
    }
}
