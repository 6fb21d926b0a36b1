package dev.gatehouse.notification.port;

import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Sms;
import java.util.TreeMap;

/** Templates without an engine: they list the values. */
public final class PlainMessageTemplates implements MessageTemplates {

    @Override
    public Content compose(Email email) {
        String subject = email.template() + " " + email.language();
        String text = subject + " " + new TreeMap<>(email.values());
        String html = "<!DOCTYPE html><html lang=\"%s\"><body>%s</body></html>"
                .formatted(email.language().tag(), escape(text));
        return new Content(subject, text, html);
    }

    @Override
    public String compose(Sms sms) {
        return sms.code() + " " + sms.language().say(sms.validFor());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
