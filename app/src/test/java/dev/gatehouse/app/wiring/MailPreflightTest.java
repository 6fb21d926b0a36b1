package dev.gatehouse.app.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailPreflightTest {

    private static void check(String variables) {
        Map<String, String> set = Stream.of(variables.split(" "))
                .filter(variable -> !variable.isEmpty())
                .collect(Collectors.toMap(
                        variable -> variable.replaceFirst("=.*", ""),
                        variable -> variable.replaceFirst("^[^=]*=", "")));
        new MailPreflight(name -> set.getOrDefault(name, "")).check();
    }

    @ParameterizedTest
    @CsvSource({
        "GATEHOUSE_MAIL=yes, GATEHOUSE_MAIL is one of none",
        "GATEHOUSE_MAIL=smtp, GATEHOUSE_MAIL_FROM is not set",
        "GATEHOUSE_MAIL=smtp GATEHOUSE_MAIL_FROM=a@b.example, SMTP_HOST is not set",
        "GATEHOUSE_MAIL=smtp GATEHOUSE_MAIL_FROM=acme SMTP_HOST=h, GATEHOUSE_MAIL_FROM: An e-mail address has",
        "GATEHOUSE_MAIL=smtp GATEHOUSE_MAIL_FROM=a@b.example SMTP_HOST=h SMTP_PORT=x, SMTP_PORT is a port",
        "GATEHOUSE_MAIL=smtp GATEHOUSE_MAIL_FROM=a@b.example SMTP_HOST=h SMTP_PORT=65536, SMTP_PORT is a port",
        "GATEHOUSE_MAIL=smtp GATEHOUSE_MAIL_FROM=a@b.example SMTP_HOST=h SMTP_TLS=on, SMTP_TLS is one of none",
        "GATEHOUSE_MAIL=smtp GATEHOUSE_MAIL_FROM=a@b.example SMTP_HOST=h SMTP_USER=u, SMTP_PASSWORD is not set",
        "GATEHOUSE_MAIL=ses, GATEHOUSE_MAIL_FROM is not set",
        "GATEHOUSE_MAIL=ses SES_FROM=acme, SES_FROM: An e-mail address has",
        "GATEHOUSE_MAIL=ses SES_FROM=a@b.example, AWS_REGION is not set",
        "GATEHOUSE_MAIL=ses SES_FROM=a@b.example AWS_REGION=eu-central-1 GATEHOUSE_SMS_GATEWAY=sms.example, "
                + "SMTP_HOST is not set",
        "GATEHOUSE_SMS_GATEWAY=sms.example GATEHOUSE_MAIL_FROM=a@b.example SMTP_HOST=, SMTP_HOST is not set",
        "GATEHOUSE_SMS_GATEWAY=sms GATEHOUSE_MAIL_FROM=a@b.example SMTP_HOST=h, GATEHOUSE_SMS_GATEWAY: The part after",
        "GATEHOUSE_SMS=pigeon, 'GATEHOUSE_SMS is one of none, smtp, sns.'",
        "GATEHOUSE_SMS=smtp, GATEHOUSE_SMS_GATEWAY is not set",
        "GATEHOUSE_SMS=sns, GATEHOUSE_MAIL_FROM is not set",
        "GATEHOUSE_SMS=sns SES_FROM=a@b.example, AWS_REGION is not set",
        "GATEHOUSE_SMS_COUNTRIES=+41, GATEHOUSE_SMS_COUNTRIES: country codes are digits",
        "GATEHOUSE_SMS_DAILY=0, GATEHOUSE_SMS_DAILY is a number",
    })
    void withoutWhatMailNeedsThereIsNoStartAndOneLineNamesTheVariable(String variables, String line) {
        assertThatThrownBy(() -> check(variables)).isInstanceOf(Refusal.class).hasMessageStartingWith(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GATEHOUSE_MAIL=none",
                "GATEHOUSE_MAIL=smtp GATEHOUSE_MAIL_FROM=a@b.example SMTP_HOST=h",
                "GATEHOUSE_MAIL=smtp SES_FROM=a@b.example SMTP_HOST=h SMTP_PORT=465 SMTP_TLS=tls",
                "GATEHOUSE_MAIL=smtp GATEHOUSE_MAIL_FROM=a@b.example SMTP_HOST=h SMTP_USER=u SMTP_PASSWORD=p",
                "GATEHOUSE_MAIL=ses SES_FROM=a@b.example AWS_REGION=eu-central-1",
                "GATEHOUSE_SMS_GATEWAY=sms.example GATEHOUSE_MAIL_FROM=a@b.example SMTP_HOST=h",
                "GATEHOUSE_SMS=sns SES_FROM=a@b.example AWS_REGION=eu-central-1 GATEHOUSE_SMS_COUNTRIES=41,49",
            })
    void withItThereIs(String variables) {
        assertThatCode(() -> check(variables)).doesNotThrowAnyException();
    }
}
