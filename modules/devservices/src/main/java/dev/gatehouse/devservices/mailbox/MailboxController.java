package dev.gatehouse.devservices.mailbox;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;

/**
 * Shows the mailbox to people at {@code /dev/mailbox} and to scripts at {@code /dev/mailbox.json}.
 *
 * <p>It is not there unless the launcher, or a test, names the mailbox. A mail is hostile: on these pages nothing may run
 * and nothing may be loaded, whatever a mail says.
 */
@Controller
@Requires(property = Mailbox.PROPERTY)
@Secured("isAnonymous()")
final class MailboxController {

    private static final String NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String REFRESH_SECONDS = "5";

    /** The answer of {@code /dev/mailbox.json}. */
    record Items(List<Mail> items) {}

    private final Mailbox mailbox;

    MailboxController(@Property(name = Mailbox.PROPERTY) int port) {
        this.mailbox = Mailbox.at(port);
    }

    /** The list, which the browser asks for again every so many seconds; 0 is never. */
    @Get("/dev/mailbox")
    HttpResponse<String> list(@QueryValue(defaultValue = REFRESH_SECONDS) int refresh) {
        return page(HttpStatus.OK, MailboxPage.list(mailbox.all(), refresh));
    }

    @Get("/dev/mailbox/{id}")
    HttpResponse<String> mail(long id) {
        return mailbox.find(id)
                .map(mail -> page(HttpStatus.OK, MailboxPage.mail(mail)))
                .orElseGet(() -> page(HttpStatus.NOT_FOUND, MailboxPage.gone()));
    }

    /** The newest mails, or the newest to one address or number. */
    @Get("/dev/mailbox.json")
    Items json(@QueryValue(defaultValue = "") String to, @QueryValue(defaultValue = "500") int limit) {
        var mails = to.isEmpty() ? mailbox.all() : mailbox.to(to);
        return new Items(mails.stream().limit(Math.max(0, limit)).toList());
    }

    private static MutableHttpResponse<String> page(HttpStatus status, String html) {
        return HttpResponse.<String>status(status)
                .body(html)
                .contentType(MediaType.of("text/html;charset=utf-8"))
                .header("Content-Security-Policy", NO_SCRIPTS);
    }
}
