package dev.gatehouse.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.Samples;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccountLinksTest {

    private final AccountLinks links = new AccountLinks("https://id.example/account");
    private final MailToken token = Samples.mailToken();

    @Test
    void theyLeadToAPageUnderTheBase() {
        assertThat(links.resetPassword(token).toString())
                .isEqualTo("https://id.example/account/reset-password#token=" + token.text());
        assertThat(links.confirmEmail(token).toString())
                .isEqualTo("https://id.example/account/confirm-email#token=" + token.text());
    }

    @Test
    void noServerSeesTheToken() {
        assertThat(List.of(links.resetPassword(token), links.confirmEmail(token)))
                .allSatisfy(link -> assertThat(withoutFragment(link)).doesNotContain(token.text()));
    }

    private static String withoutFragment(URI link) {
        return link.toString().replaceFirst("#.*", "");
    }
}
