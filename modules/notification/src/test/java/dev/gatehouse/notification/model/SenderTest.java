package dev.gatehouse.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SenderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme & Söhne <no-reply@acme.example> | Acme & Söhne | no-reply@acme.example",
                "\"Acme, Inc.\" <no-reply@acme.example> | Acme, Inc. | no-reply@acme.example",
                "<no-reply@acme.example> | acme.example | no-reply@acme.example",
                "no-reply@acme.example | acme.example | no-reply@acme.example",
            })
    void aSenderHasANameAndAnAddress(String text, String name, String address) {
        Sender sender = Sender.of(text);

        assertThat(sender.name()).isEqualTo(name);
        assertThat(sender.address().mailbox()).isEqualTo(address);
        assertThat(sender.domain()).isEqualTo("acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Acme",
                "Acme <>",
                "Acme <no-reply>",
                "a@acme.example, b@acme.example",
                "A <a@acme.example>, B <b@acme.example>",
                "Acme\r\nBcc: eve@evil.example <no-reply@acme.example>",
            })
    void whatIsNotOneSenderIsRefused(String text) {
        assertThatThrownBy(() -> Sender.of(text)).isInstanceOf(InvalidValue.class);
    }
}
