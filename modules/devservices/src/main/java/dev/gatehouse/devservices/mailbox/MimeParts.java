package dev.gatehouse.devservices.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** The first plain and the first HTML text of a message, wherever they are nested in it. */
final class MimeParts {

    private String text = "";
    private String html = "";

    private MimeParts() {}

    static MimeParts of(Part message) throws MessagingException, IOException {
        var parts = new MimeParts();
        parts.read(message);
        return parts;
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    private void read(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i));
            }
        } else if (text.isEmpty() && part.isMimeType("text/plain")) {
            text = part.getContent().toString();
        } else if (html.isEmpty() && part.isMimeType("text/html")) {
            html = part.getContent().toString();
        }
    }
}
