package dev.gatehouse.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class EmailTest {

    private static final UUID ID = UUID.randomUUID();
    private static final EmailAddress TO = EmailAddress.of("ada@example.com");
    private static final PersonName NAME = PersonName.of("Ada");
    private static final URI LINK = URI.create("https://id.example/reset#c4n4ry");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");

    private static final List<Email> ONE_OF_EACH = List.of(
            Email.welcome(ID, TO, NAME, Language.EN),
            Email.welcomeUnverified(ID, TO, NAME, Language.EN, LINK, HOUR),
            Email.invitation(ID, TO, NAME, Language.EN, LINK, Duration.ofDays(7)),
            Email.verifyEmail(ID, TO, NAME, Language.EN, LINK, HOUR),
            Email.passwordReset(ID, TO, NAME, Language.DE, LINK, HOUR),
            Email.passwordChanged(ID, TO, NAME, Language.EN, AT),
            Email.changeEmail(ID, TO, NAME, Language.EN, LINK, HOUR),
            Email.emailChangeRequested(ID, TO, NAME, Language.EN, AT),
            Email.accountExists(ID, TO, NAME, Language.EN),
            Email.erasureRequested(ID, TO, NAME, Language.EN, AT),
            Email.newDevice(ID, TO, NAME, Language.EN, "Ada’s phone", "192.0.2.1", AT),
            Email.code(ID, TO, Language.DE, "482913", Duration.ofMinutes(5)),
            Email.secondFactorOn(ID, TO, NAME, Language.EN, AT),
            Email.secondFactorOff(ID, TO, NAME, Language.EN, AT),
            Email.recoveryCodeUsed(ID, TO, NAME, Language.EN, 4, AT),
            Email.recoveryCodeUsed(ID, TO, NAME, Language.EN, 3, AT));

    @Test
    void thereIsAMailOfEveryTemplate() {
        assertThat(ONE_OF_EACH).extracting(Email::template).containsExactly(Template.values());
    }

    @Test
    void aMailHasTheValuesOfItsTemplateAndNoOthers() {
        assertThatThrownBy(() -> new Email(ID, TO, Language.EN, Template.WELCOME, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Email(ID, TO, Language.EN, Template.WELCOME, Map.of("name", "Ada", "link", "c4n4ry")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesAndPeriodsAreReadByPeople() {
        assertThat(ONE_OF_EACH.get(4).values()).containsEntry("validFor", "1 Stunde");
        assertThat(ONE_OF_EACH.get(5).values()).containsEntry("time", "2026-01-02 03:04 UTC");
    }

    @Test
    void noMessageShowsWhatIsInItOrWhomItIsFor() {
        assertThat(ONE_OF_EACH).allSatisfy(email -> assertThat(email.toString())
                .contains(ID.toString())
                .doesNotContain("c4n4ry", "482913", "Ada", "ada@", "192.0.2.1"));
        assertThat(new Content("482913", "482913", "482913").toString()).doesNotContain("482913");
        var sms = new Sms(ID, PhoneNumber.of("+41791234567"), Language.EN, "482913", HOUR);
        assertThat(sms.toString()).doesNotContain("482913", "4179");
    }

    @Test
    void aSubjectIsOneLine() {
        for (String subject : List.of("", " ", "Hi\r\nBcc: eve@evil.example", "Hi\nthere", "Hi\u0085")) {
            assertThatThrownBy(() -> new Content(subject, "text", "html")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
