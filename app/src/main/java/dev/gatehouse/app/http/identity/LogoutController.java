package dev.gatehouse.app.http.identity;

import dev.gatehouse.identity.LogOut;
import dev.gatehouse.identity.LogOutEverywhere;
import dev.gatehouse.identity.model.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Ends sessions. */
@Controller("/api/auth")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@SecurityRequirement(name = "bearer")
final class LogoutController {

    private final LogOut logOut;
    private final LogOutEverywhere logOutEverywhere;

    LogoutController(LogOut logOut, LogOutEverywhere logOutEverywhere) {
        this.logOut = logOut;
        this.logOutEverywhere = logOutEverywhere;
    }

    @Post("/logout")
    @ApiResponse(responseCode = "204", description = "The session is over.")
    HttpResponse<?> logOut(HttpRequest<?> request) {
        BrowserFilter.forget(request);
        CallerAuthentication authentication =
                request.getUserPrincipal(CallerAuthentication.class).orElseThrow();
        var command = new LogOut.Command(authentication.caller(), authentication.claims());
        return switch (logOut.handle(command)) {
            case LogOut.Result.LoggedOut() -> HttpResponse.noContent();
        };
    }

    @Post("/logout-all")
    @ApiResponse(responseCode = "204", description = "All sessions are over, but for this one if it was to be kept.")
    HttpResponse<?> logOutEverywhere(
            HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body @Nullable LogoutAllRequest body) {
        boolean keepCurrent = body != null && Boolean.TRUE.equals(body.keepCurrent());
        if (!keepCurrent) {
            BrowserFilter.forget(request);
        }
        return switch (logOutEverywhere.handle(new LogOutEverywhere.Command(caller, keepCurrent))) {
            case LogOutEverywhere.Result.LoggedOut(int ended) -> HttpResponse.noContent();
        };
    }
}
