package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.UpdateUser;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/users/{id}}.
 *
 * @param phone absent or null removes it
 * @param role absent or null leaves it; administrators change it
 * @param status absent or null leaves it; administrators change it
 */
@Schema(requiredProperties = "name")
record UpdateUserRequest(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String role,
        @Nullable String status) {

    UpdateUser.Command command(Caller caller, UserId user, @Nullable Long expectedVersion) {
        var input = new Input();
        var readName = input.required("/name", name, PersonName::of);
        var readPhone = input.optional("/phone", phone, PhoneNumber::of);
        var readRole = input.optional("/role", role, RightsText::role);
        var readStatus = input.optional("/status", status, RightsText::status);
        input.check();
        return new UpdateUser.Command(
                caller,
                user,
                readName.get(),
                readPhone.orNull(),
                readRole.orNull(),
                readStatus.orNull(),
                expectedVersion);
    }
}
