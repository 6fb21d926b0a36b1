package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.InviteUser;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/users}.
 *
 * @param role {@code user}, which it is without, or {@code admin}
 */
@Schema(requiredProperties = {"email", "name"})
record InviteUserRequest(
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String role) {

    InviteUser.Command command(Caller caller) {
        var input = new Input();
        var readEmail = input.required("/email", email, EmailAddress::of);
        var readName = input.required("/name", name, PersonName::of);
        var readPhone = input.optional("/phone", phone, PhoneNumber::of);
        var readRole = input.optional("/role", role, RightsText::role);
        input.check();
        return new InviteUser.Command(
                caller,
                readEmail.get(),
                readName.get(),
                readPhone.orNull(),
                Objects.requireNonNullElse(readRole.orNull(), Role.USER));
    }

    @Override
    public String toString() {
        return "InviteUserRequest[…]";
    }
}
