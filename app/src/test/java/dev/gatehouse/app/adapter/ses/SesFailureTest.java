package dev.gatehouse.app.adapter.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.PlainMessageTemplates;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer of SES means for the mail. */
final class SesFailureTest {

    private final SesStub ses = new SesStub();

    @AfterEach
    void stop() {
        ses.close();
    }

    private void send(Duration patience) {
        SesClients.at(ses.uri(), new PlainMessageTemplates(), patience)
                .sendWelcomeEmail(
                        UUID.randomUUID(), EmailAddress.of("ada@example.com"), PersonName.of("Ada"), Language.EN);
    }

    @ParameterizedTest
    @CsvSource({
        "400, MessageRejected, 'Email content is a virus.', Refused",
        "400, BadRequestException, 'Local address contains control or whitespace: ada@example.com', Refused",
        "400, MessageRejected, 'Email address is not verified. The following identities failed the check in region "
                + "EU-CENTRAL-1: no-reply@acme.example', Unavailable",
        "400, MailFromDomainNotVerifiedException, 'ada@example.com', Unavailable",
        "400, SendingPausedException, paused, Unavailable",
        "400, AccountSuspendedException, suspended, Unavailable",
        "400, LimitExceededException, 'Daily message quota exceeded', Unavailable",
        "404, NotFoundException, 'no such configuration set', Unavailable",
        "403, AccessDeniedException, 'not authorized to perform ses:SendEmail on ada@example.com', Unavailable",
        "403, InvalidClientTokenId, 'The security token is invalid', Unavailable",
        "429, TooManyRequestsException, 'Maximum sending rate exceeded', Unavailable",
        "500, InternalServiceErrorException, '', Unavailable",
        "503, ServiceUnavailable, '', Unavailable",
        "418, SomethingNew, '', Unavailable",
    })
    void whatIsAnsweredConcernsThisMailOrAllOfThem(int status, String error, String words, String outcome) {
        ses.failing(status, error, words);

        assertThatThrownBy(() -> send(SesClients.PATIENCE))
                .hasMessageNotContaining("ada@example.com")
                .hasNoCause()
                .extracting(failure -> failure.getClass().getSimpleName())
                .isEqualTo("Delivery" + outcome);
        assertThat(ses.requests()).isEqualTo(1);
    }

    @Test
    void aServiceThatHangsIsLeftAloneInTime() {
        long begin = System.nanoTime();

        assertThatThrownBy(() -> send(Duration.ofMillis(500))).isInstanceOf(DeliveryUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
