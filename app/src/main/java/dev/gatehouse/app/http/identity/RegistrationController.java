package dev.gatehouse.app.http.identity;

import dev.gatehouse.app.http.filter.ClientAddress;
import dev.gatehouse.app.http.problem.Problem;
import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.identity.Register;
import dev.gatehouse.identity.model.PasswordPolicy;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/** Makes accounts. */
@Controller("/api/auth")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RegistrationController {

    private final Register register;
    private final PasswordPolicy passwordPolicy;
    private final ClientAddress addresses;
    private final AvatarUrls avatars;

    RegistrationController(
            Register register, PasswordPolicy passwordPolicy, ClientAddress addresses, AvatarUrls avatars) {
        this.register = register;
        this.passwordPolicy = passwordPolicy;
        this.addresses = addresses;
        this.avatars = avatars;
    }

    @Post("/register")
    @ApiResponse(
            responseCode = "201",
            description = "The account, signed in.",
            content = @Content(schema = @Schema(implementation = TokenBody.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Where addresses are confirmed first: whose address it is learns the rest by mail.")
    @ApiResponse(
            responseCode = "409",
            description = "email-taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> register(
            HttpRequest<?> request,
            @Header(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Body RegisterRequest body) {
        var command = body.command(Client.of(request, addresses), passwordPolicy, AcceptLanguage.best(acceptLanguage));
        return switch (register.handle(command)) {
            case Register.Result.Registered(var signedIn) -> TokenBody.answer(HttpStatus.CREATED, signedIn, avatars);
            case Register.Result.Refused(var weakness) -> throw WeakPassword.at("/password", weakness);
            case Register.Result.Accepted() -> HttpResponse.accepted();
            case Register.Result.EmailIsTaken() -> Problem.answer(request, ProblemCode.EMAIL_TAKEN);
        };
    }
}
