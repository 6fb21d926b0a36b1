package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.RequestCode;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Challenge.Purpose;
import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.PhoneNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/auth/otp/request}.
 *
 * @param channel {@code sms} or {@code email}
 * @param to a telephone number or an e-mail address
 * @param purpose {@code verify} or {@code login}
 */
@Schema(requiredProperties = {"channel", "to", "purpose"})
record OtpRequest(
        @Nullable String channel,
        @Nullable String to,
        @Nullable String purpose) {

    RequestCode.Command command(@Nullable Caller caller, @Nullable Locale language) {
        var input = new Input();
        var readChannel = input.required("/channel", channel, OtpRequest::destinations);
        var readPurpose = input.required("/purpose", purpose, OtpRequest::purpose);
        var readTo = input.required("/to", to, Function.identity());
        input.check();

        var place = new Input();
        var destination = place.made("/to", () -> readChannel.get().apply(readTo.get()));
        place.check();
        return new RequestCode.Command(
                destination.get(), readPurpose.get(), caller == null ? null : caller.user(), language);
    }

    private static Function<String, Destination> destinations(String channel) {
        return switch (channel) {
            case "sms" -> text -> new Destination.Telephone(PhoneNumber.of(text));
            case "email" -> text -> new Destination.Mailbox(EmailAddress.of(text));
            default -> throw new InvalidValue("invalid-channel", "A channel is one of sms, email.");
        };
    }

    private static Purpose purpose(String purpose) {
        return switch (purpose) {
            case "verify" -> Purpose.VERIFY;
            case "login" -> Purpose.LOGIN;
            default -> throw new InvalidValue("invalid-purpose", "A purpose is one of verify, login.");
        };
    }

    @Override
    public String toString() {
        return "OtpRequest[…]";
    }
}
