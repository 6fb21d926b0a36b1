package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.UpdateProfile;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/auth/profile}: the whole of what a user may change.
 *
 * @param phone absent or null removes it
 */
@Schema(requiredProperties = "name")
record ProfileRequest(@Nullable String name, @Nullable String phone) {

    UpdateProfile.Command command(Caller caller, @Nullable Long expectedVersion) {
        var input = new Input();
        var readName = input.required("/name", name, PersonName::of);
        var readPhone = input.optional("/phone", phone, PhoneNumber::of);
        input.check();
        return new UpdateProfile.Command(caller.user(), readName.get(), readPhone.orNull(), expectedVersion);
    }
}
