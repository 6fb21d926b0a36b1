package dev.gatehouse.app.adapter.smtp;

import dev.gatehouse.notification.model.Sms;
import dev.gatehouse.notification.port.ISmsProvider;
import dev.gatehouse.notification.port.MessageTemplates;

/** SMS through a gateway that takes them as mail, to the number at its domain. */
public final class SmtpSmsProvider implements ISmsProvider {

    private final SmtpServer server;
    private final MessageTemplates templates;
    private final String domain;

    /**
     * @param domain of the gateway: a message to +41791234567 is a mail to {@code +41791234567@<domain>}
     */
    public SmtpSmsProvider(SmtpServer server, MessageTemplates templates, String domain) {
        this.server = server;
        this.templates = templates;
        this.domain = domain;
    }

    @Override
    public void send(Sms sms) {
        String text = templates.compose(sms);
        server.send(sms.id(), sms.to().value() + "@" + domain, letter -> letter.setText(text, Letter.CHARSET));
    }
}
