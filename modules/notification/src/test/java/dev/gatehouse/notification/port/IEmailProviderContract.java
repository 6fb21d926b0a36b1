package dev.gatehouse.notification.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Sender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every mail provider promises, seen from the server of the recipient. */
public interface IEmailProviderContract {

    /** In whose name they send. */
    Sender SENDER = Sender.of("Böll & Söhne <no-reply@acme.example>");

    Duration PATIENCE = Duration.ofSeconds(5);

    /** A mail as it arrived. */
    record Received(UUID id, String from, List<String> to, Content content) {}

    /** One that sends in the name of {@link #SENDER}. */
    IEmailProvider provider();

    /** One whose server is away. */
    IEmailProvider unreachable();

    /** One whose server answers that it will never take this mail. */
    IEmailProvider refusing();

    /** What its mails are composed with. */
    MessageTemplates templates();

    /** All that arrived for an address. */
    List<Received> received(String mailbox);

    private static EmailAddress someone() {
        return EmailAddress.of("Ada." + UUID.randomUUID() + "@example.com");
    }

    private static Email welcome(EmailAddress to, String name) {
        return Email.welcome(UUID.randomUUID(), to, PersonName.of(name), Language.EN);
    }

    private Received only(EmailAddress to) {
        List<Received> received = received(to.mailbox());
        assertThat(received).hasSize(1);
        return received.getFirst();
    }

    private void arrivesAsComposed(Email email) {
        provider().send(email);

        Received received = only(email.to());
        Content expected = templates().compose(email);
        assertThat(received.content().subject()).isEqualTo(expected.subject());
        assertThat(received.content().text()).isEqualToNormalizingNewlines(expected.text());
        assertThat(received.content().html()).isEqualToNormalizingNewlines(expected.html());
    }

    @Test
    default void theRecipientGetsSubjectTextAndHtmlAsTheyWereComposed() {
        arrivesAsComposed(welcome(someone(), "Ada Lovelace"));
    }

    @Test
    default void everyScriptArrives() {
        arrivesAsComposed(welcome(someone(), "Ærøskøbing Łódź 李小龍 نجلاء 🎉"));
    }

    @Test
    default void aLongLinkArrivesInOnePiece() {
        var link = URI.create("https://id.example/reset#" + "t0ken".repeat(300));
        arrivesAsComposed(Email.passwordReset(
                UUID.randomUUID(), someone(), PersonName.of("Ada"), Language.DE, link, Duration.ofHours(1)));
    }

    @Test
    default void itComesFromTheSenderToOneRecipientUnderTheIdOfTheMail() {
        Email email = welcome(someone(), "Ada Lovelace");

        provider().send(email);

        Received received = only(email.to());
        assertThat(received.id()).isEqualTo(email.id());
        assertThat(received.to()).containsExactly(email.to().mailbox());
        assertThat(received.from())
                .contains(SENDER.name())
                .contains("<" + SENDER.address().mailbox() + ">");
    }

    @Test
    default void aHostileNameIsTextAndReachesNobodyElse() {
        String name = "Eve <eve@evil.example>, <script>alert(1)</script> {{7*7}} {% raw %} ${7*7} \"Bcc: eve\"";
        Email email = welcome(someone(), name);

        arrivesAsComposed(email);

        Received received = only(email.to());
        assertThat(received.to()).containsExactly(email.to().mailbox());
        assertThat(received.content().subject()).doesNotContain("eve@evil.example");
        assertThat(received.content().text()).contains(name);
        assertThat(received.content().html()).doesNotContain("<script").contains("{{7*7}}", "{% raw %}", "${7*7}");
        assertThat(received("eve@evil.example")).isEmpty();
    }

    @Test
    default void theDomainOfTheRecipientIsWrittenInAscii() {
        Email email = welcome(EmailAddress.of("ada." + UUID.randomUUID() + "@Müller.example"), "Ada");

        provider().send(email);

        assertThat(only(email.to()).to()).allSatisfy(to -> assertThat(to).endsWith("@xn--mller-kva.example"));
    }

    @Test
    default void theSameMailTwiceTellsByItsId() {
        Email email = welcome(someone(), "Ada Lovelace");
        IEmailProvider provider = provider();

        provider.send(email);
        provider.send(email);

        assertThat(received(email.to().mailbox())).hasSize(2).allSatisfy(copy -> assertThat(copy.id())
                .isEqualTo(email.id()));
    }

    @Test
    default void whoRegisteredIsGreeted() {
        Email email = welcome(someone(), "Ada Lovelace");

        provider().sendWelcomeEmail(email.id(), email.to(), PersonName.of("Ada Lovelace"), Language.EN);

        assertThat(only(email.to()).content().subject())
                .isEqualTo(templates().compose(email).subject());
    }

    @Test
    default void withoutAServerItSaysSoInTime() {
        long begin = System.nanoTime();

        assertThatThrownBy(() -> unreachable().send(welcome(someone(), "Ada"))).isInstanceOf(DeliveryUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
    }

    @Test
    default void whatIsRefusedForGoodIsRefusedWithoutTellingOfWhom() {
        Email email = welcome(someone(), "Ada Lovelace");

        assertThatThrownBy(() -> refusing().send(email))
                .isInstanceOf(DeliveryRefused.class)
                .message()
                .isNotBlank()
                .doesNotContain(email.to().mailbox(), "Lovelace");
    }
}
