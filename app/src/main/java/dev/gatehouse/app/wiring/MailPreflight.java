package dev.gatehouse.app.wiring;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.SmsPolicy;
import dev.gatehouse.notification.model.Sender;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What must be set before mail and SMS can be sent. */
final class MailPreflight {

    private static final int HIGHEST_PORT = 65_535;

    private final UnaryOperator<String> variables;

    /**
     * @param variables gives the value of a variable, blank where it is not set
     */
    MailPreflight(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    /**
     * @throws Refusal when there must be no start
     */
    void check() {
        demandMail("GATEHOUSE_MAIL");
        demandSms("GATEHOUSE_SMS");
        demandSmsGateway("GATEHOUSE_SMS_GATEWAY");
        demandCountries("GATEHOUSE_SMS_COUNTRIES");
        demandNumber("GATEHOUSE_SMS_DAILY");
    }

    private void demandSms(String name) {
        switch (variables.apply(name)) {
            case "", MailSettings.NONE -> {}
            case MailSettings.SMTP -> demand("GATEHOUSE_SMS_GATEWAY");
            case SmsSettings.SNS -> {
                demandSender();
                demand("AWS_REGION");
            }
            default -> throw new Refusal(name + " is one of none, smtp, sns.");
        }
    }

    private void demandCountries(String name) {
        try {
            new SmsPolicy(SmsSettings.prefixes(variables.apply(name)), 1);
        } catch (IllegalArgumentException invalid) {
            throw new Refusal(name + ": " + invalid.getMessage() + ".");
        }
    }

    private void demandNumber(String name) {
        if (!variables.apply(name).matches("|[1-9][0-9]{0,8}")) {
            throw new Refusal(name + " is a number of SMS, at least 1.");
        }
    }

    private void demandMail(String name) {
        switch (variables.apply(name)) {
            case "", MailSettings.NONE -> {}
            case MailSettings.SMTP -> demandSmtp();
            case MailSettings.SES -> {
                demandSender();
                demand("AWS_REGION");
            }
            default -> throw new Refusal(name + " is one of none, smtp, ses.");
        }
    }

    private void demandSmsGateway(String name) {
        String domain = variables.apply(name);
        if (!domain.isEmpty()) {
            demandSmtp();
            demandMailbox(name, "+41791234567@" + domain);
        }
    }

    private void demandSmtp() {
        demandSender();
        demand("SMTP_HOST");
        demandPort("SMTP_PORT");
        demandEncryption("SMTP_TLS");
        if (!variables.apply("SMTP_USER").isEmpty()) {
            demand("SMTP_PASSWORD");
        }
    }

    /** The sender has two names, and the first that is set counts. */
    private void demandSender() {
        String name = variables.apply("GATEHOUSE_MAIL_FROM").isEmpty()
                        && !variables.apply("SES_FROM").isEmpty()
                ? "SES_FROM"
                : "GATEHOUSE_MAIL_FROM";
        demandMailbox(name, demand(name));
    }

    private static void demandMailbox(String name, String mailbox) {
        try {
            Sender.of(mailbox);
        } catch (InvalidValue invalid) {
            throw new Refusal(name + ": " + invalid.detail());
        }
    }

    private void demandPort(String name) {
        String value = variables.apply(name);
        if (!value.isEmpty() && (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > HIGHEST_PORT)) {
            throw new Refusal(name + " is a port, from 1 to 65535.");
        }
    }

    private void demandEncryption(String name) {
        if (!Set.of("", "none", "starttls", "tls").contains(variables.apply(name))) {
            throw new Refusal(name + " is one of none, starttls, tls.");
        }
    }

    private String demand(String name) {
        String value = variables.apply(name);
        if (value.isBlank()) {
            throw Refusal.unset(name);
        }
        return value;
    }
}
