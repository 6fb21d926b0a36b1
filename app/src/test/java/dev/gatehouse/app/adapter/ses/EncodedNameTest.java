package dev.gatehouse.app.adapter.ses;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EncodedNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme",
                "Acme, Inc.",
                "The \"Real\" \\ Acme",
                "Böll & Söhne",
                "=?UTF-8?B?SGk=?= ü",
                "Gesellschaft für außerordentlich länge Bezeichnungen und Überschriften aller Größenordnungen mbH",
                "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉"
            })
    void aNameIsReadAsItWasWrittenAndIsAscii(String name) throws AddressException {
        String encoded = EncodedName.of(name);

        assertThat(encoded).matches("\\p{ASCII}+");
        if (encoded.startsWith("=?")) {
            assertThat(Stream.of(encoded.split(" "))).allMatch(word -> word.length() <= 75);
        }
        var read = InternetAddress.parse(encoded + " <no-reply@acme.example>");
        assertThat(read)
                .singleElement()
                .extracting(InternetAddress::getPersonal)
                .isEqualTo(name);
    }
}
