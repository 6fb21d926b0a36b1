package dev.gatehouse.devservices.mailbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the mailbox: HTML without a script, in which everything that comes from a mail is escaped. */
final class MailboxPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    /** In escaped text, so that it ends where a quotation mark or a bracket was. */
    private static final Pattern LINK = Pattern.compile("https?://(?:[^\\s&]|&amp;)*[\\w/=#-]");

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            %s<title>%s · Gatehouse</title>
            <style>
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
            h1, h2 { font-size: 1.4rem; line-height: 1.3; }
            h2 { font-size: 1.1rem; }
            a { color: LinkText; }
            a:focus-visible { outline: 2px solid; outline-offset: 2px; }
            table { width: 100%%; border-collapse: collapse; }
            th, td { padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8884; text-align: left; vertical-align: top; }
            time { white-space: nowrap; font-variant-numeric: tabular-nums; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
            dt, .quiet { color: color-mix(in srgb, CanvasText 70%%, Canvas); }
            dd { margin: 0; }
            .tag { border: 1px solid; border-radius: .3rem; padding: 0 .3rem; font-size: .8rem; }
            pre, iframe { box-sizing: border-box; width: 100%%; border: 1px solid #8884; border-radius: .4rem; }
            pre { padding: 1rem; white-space: pre-wrap; }
            iframe { height: 32rem; resize: vertical; background: #fff; color-scheme: light; }
            </style>
            </head>
            <body>
            <main>
            %s</main>
            </body>
            </html>
            """;

    private MailboxPage() {}

    static String list(List<Mail> mails, int refreshSeconds) {
        var refreshing = refreshSeconds > 0;
        var head = refreshing ? "<meta http-equiv=\"refresh\" content=\"%d\">\n".formatted(refreshSeconds) : "";
        var note = refreshing
                ? "Looks for new mail every %d s. <a href=\"?refresh=0\">Stop that</a>".formatted(refreshSeconds)
                : "<a href=\"mailbox\">Look for new mail</a>";
        return FRAME.formatted(head, "Mailbox (%d)".formatted(mails.size()), """
                <h1>Mailbox</h1>
                <p class="quiet">The last %d mails and SMS that were sent; none has left this machine. %s</p>
                %s""".formatted(
                        Mailbox.CAPACITY, note, mails.isEmpty() ? "<p>Nothing yet.</p>\n" : table(mails)));
    }

    static String mail(Mail mail) {
        var subject = mail.subject().isEmpty() ? "(no subject)" : escape(mail.subject());
        var html = mail.html().isEmpty() ? "" : """
                <h2>HTML</h2>
                <iframe title="The mail as HTML" sandbox="" referrerpolicy="no-referrer" srcdoc="%s"></iframe>
                """.formatted(escape(mail.html()));
        var text = mail.text().isEmpty() ? "" : """
                <h2>Text</h2>
                <pre>%s</pre>
                """.formatted(linked(escape(mail.text())));
        return FRAME.formatted("", subject, """
                <nav><a href="../mailbox">Mailbox</a></nav>
                <h1>%s</h1>
                <dl>
                <dt>To</dt><dd>%s%s</dd>
                <dt>From</dt><dd>%s</dd>
                <dt>At</dt><dd>%s</dd>
                </dl>
                %s%s""".formatted(
                subject, tag(mail), escape(mail.to()), escape(mail.from()), time(mail.receivedAt()), text, html));
    }

    static String gone() {
        return FRAME.formatted("", "No such mail", """
                <nav><a href="../mailbox">Mailbox</a></nav>
                <h1>There is no such mail</h1>
                <p>The last %d are kept, until Gatehouse stops.</p>
                """.formatted(Mailbox.CAPACITY));
    }

    private static String table(List<Mail> mails) {
        return """
                <table>
                <thead><tr><th scope="col">To</th><th scope="col">Subject</th><th scope="col">At</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                """.formatted(mails.stream().map(MailboxPage::row).collect(Collectors.joining("\n")));
    }

    private static String row(Mail mail) {
        return "<tr><td>%s%s</td><td><a href=\"mailbox/%d\">%s</a></td><td>%s</td></tr>"
                .formatted(tag(mail), escape(mail.to()), mail.id(), escape(title(mail)), time(mail.receivedAt()));
    }

    private static String title(Mail mail) {
        if (!mail.subject().isEmpty()) {
            return mail.subject();
        }
        var firstLine = mail.text().lines().findFirst().orElse("");
        return firstLine.isBlank() ? "(no subject)" : firstLine;
    }

    private static String tag(Mail mail) {
        return mail.sms() ? "<span class=\"tag\">SMS</span> " : "";
    }

    private static String time(Instant time) {
        return "<time datetime=\"%s\">%s</time>".formatted(time, TIME.format(time));
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped).replaceAll("<a href=\"$0\" target=\"_blank\" rel=\"noopener noreferrer\">$0</a>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
