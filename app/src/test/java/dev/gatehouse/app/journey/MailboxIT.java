package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.mailbox.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The development mailbox: there for whoever runs Gatehouse with its own servers, and safe from what mails contain. */
final class MailboxIT {

    private static final String HOSTILE =
            "</title></pre>\"'></iframe><script>alert(1)</script><img src=x onerror=alert(1)>"
                    + "<meta http-equiv=refresh content='0;url=https://evil.example'><base href=https://evil.example>&lt;b&gt;";
    private static final Pattern TAG = Pattern.compile("<([^\\s>/!]+)");
    private static final Pattern SRCDOC = Pattern.compile(
            "<iframe title=\"[^\"]*\" sandbox=\"\" " + "referrerpolicy=\"no-referrer\" srcdoc=\"([^\"]*)\"></iframe>");

    private static final TestMail mail = TestMail.shared();
    private static final Gatehouse gatehouse =
            Gatehouse.start(MailedGatehouse.SERVERS, mail.server().variables());
    private static final Api api = gatehouse.api();

    private final String ada = Api.freshEmail();

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/mailbox", "/dev/mailbox/1", "/dev/mailbox.json"})
    void isNotThereInProduction(String path) {
        Problems.demand(Gatehouse.shared().api().get(path), 404, "not-found");
        Problems.demand(gatehouse.management().get(path), 404, "not-found");
    }

    @Test
    void listsMailsAndShowsEachAsTextAndHtml() throws Exception {
        send(ada, "Welcome", "Read https://example.com/a?b=1&c=2.", "<p>Read <b>this</b>");
        var id = mail.latestTo(ada).id();

        assertThat(api.get("/dev/mailbox").text())
                .contains("<td>" + ada + "</td><td><a href=\"mailbox/" + id + "\">Welcome</a></td>")
                .contains("http-equiv=\"refresh\"");
        assertThat(api.get("/dev/mailbox?refresh=0").text()).doesNotContain("http-equiv=\"refresh\"");
        assertThat(api.get("/dev/mailbox/" + id).text())
                .contains("<h1>Welcome</h1>", "<dt>To</dt><dd>" + ada)
                .contains(
                        "<a href=\"https://example.com/a?b=1&amp;c=2\" target=\"_blank\" rel=\"noopener noreferrer\">")
                .contains("srcdoc=\"&lt;p&gt;Read &lt;b&gt;this&lt;/b&gt;\"");
    }

    @Test
    void showsTheWelcomeOfWhoeverRegisters() {
        assertThat(api.register(ada).status()).isEqualTo(201);

        var welcome = mail.latestTo(ada);
        assertThat(api.get("/dev/mailbox.json?to=" + ada).at("/items/0/subject"))
                .isEqualTo(welcome.subject())
                .startsWith("Welcome");
        assertThat(welcome.text()).contains("Ada Lovelace");
        assertThat(welcome.html()).contains("Ada Lovelace");
        MailedGatehouse.awaitEmptyQueues();
    }

    @Test
    void showsAnSmsUnderItsNumber() throws Exception {
        var number = "+4915112345678";
        send(number + "@" + Mail.SMS_GATEWAY, "", "Your code is 123456", "");
        var id = mail.latestTo(number).id();

        assertThat(api.get("/dev/mailbox").text())
                .contains("<span class=\"tag\">SMS</span> " + number, "Your code is 123456</a>");
        assertThat(api.get("/dev/mailbox/" + id).text()).doesNotContain("<iframe", Mail.SMS_GATEWAY);
    }

    @Test
    void tellsScriptsOfTheNewestMailToSomeone() throws Exception {
        send(ada, "first", "1", "");
        send(ada, "second", "2", "<p>2");
        mail.allTo(ada, 2);

        var answer = api.get("/dev/mailbox.json?limit=1&to=" + ada);
        assertThat(answer.body().at("/items")).hasSize(1);
        assertThat(answer.at("/items/0/subject")).isEqualTo("second");
        assertThat(answer.at("/items/0/text")).isEqualTo("2");
        assertThat(answer.at("/items/0/html")).isEqualTo("<p>2");
        assertThat(answer.at("/items/0/receivedAt")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void letsNothingInAMailBecomePartOfThePage() throws Exception {
        send(ada, HOSTILE, HOSTILE, HOSTILE);
        var id = mail.latestTo(ada).id();

        var page = api.get("/dev/mailbox/" + id).text();
        assertThat(tagsOf(page))
                .isSubsetOf(Set.of(
                        "html", "head", "meta", "title", "style", "body", "main", "nav", "a", "h1", "h2", "dl", "dt",
                        "dd", "time", "pre", "iframe"));
        assertThat(Pattern.compile("<meta").matcher(page).results()).hasSize(2);
        var frames = SRCDOC.matcher(page).results().toList();
        assertThat(frames).singleElement().satisfies(frame -> assertThat(unescaped(frame.group(1)))
                .isEqualTo(HOSTILE));
        assertThat(tagsOf(api.get("/dev/mailbox").text())).doesNotContain("script", "img", "iframe", "base");
    }

    @Test
    void runsAndLoadsNothingOnItsPages() throws Exception {
        send(ada, "Hello", "Hello", "<p>Hello");
        for (var path :
                Set.of("/dev/mailbox", "/dev/mailbox/" + mail.latestTo(ada).id(), "/dev/mailbox/0")) {
            var answer = api.get(path);
            assertThat(answer.header("Content-Type")).contains("text/html;charset=utf-8");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; "
                            + "base-uri 'none'; form-action 'none'");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
        assertThat(api.get("/dev/mailbox/0").status()).isEqualTo(404);
    }

    private static Set<String> tagsOf(String page) {
        return TAG.matcher(page).results().map(tag -> tag.group(1)).collect(Collectors.toSet());
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static void send(String to, String subject, String text, String html) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", mail.server().host());
        settings.setProperty("mail.smtp.port", Integer.toString(mail.server().port()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("gatehouse@example.com");
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        var parts = new MimeMultipart("alternative", part(text, "plain"));
        if (!html.isEmpty()) {
            parts.addBodyPart(part(html, "html"));
        }
        message.setContent(parts);
        Transport.send(message);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }
}
