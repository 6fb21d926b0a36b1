package dev.gatehouse.app.http.identity;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The pages that links in mails lead to, for those who have none of their own. They load nothing from elsewhere, run no
 * script but the one file, and hold nothing: the token is in the fragment of the link, which is not sent here.
 */
@Controller("/account")
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
final class AccountPages {

    private static final MediaType HTML = new MediaType("text/html; charset=utf-8");
    private static final MediaType CSS = new MediaType("text/css; charset=utf-8");
    private static final MediaType JAVASCRIPT = new MediaType("text/javascript; charset=utf-8");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private final ResourceResolver resources;

    AccountPages(ResourceResolver resources) {
        this.resources = resources;
    }

    @Get(value = "/reset-password", produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> resetPassword() {
        return file("reset-password.html", HTML);
    }

    @Get(value = "/confirm-email", produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> confirmEmail() {
        return file("confirm-email.html", HTML);
    }

    @Get(value = "/page.js", produces = MediaType.TEXT_JAVASCRIPT)
    HttpResponse<byte[]> script() {
        return file("page.js", JAVASCRIPT);
    }

    @Get(value = "/page.css", produces = MediaType.TEXT_CSS)
    HttpResponse<byte[]> style() {
        return file("page.css", CSS);
    }

    private HttpResponse<byte[]> file(String name, MediaType type) {
        try (InputStream file = resources
                .getResourceAsStream("classpath:account/" + name)
                .orElseThrow(() -> new IllegalStateException("it comes with the application: " + name))) {
            return HttpResponse.ok(file.readAllBytes()).contentType(type).header("Content-Security-Policy", POLICY);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
