package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.MailToken;
import org.junit.jupiter.api.Test;

/** What every maker of mail tokens promises. */
public interface MailTokenGeneratorContract {

    MailTokenGenerator tokens();

    @Test
    default void noTokenComesTwiceNorHasTheDigestOfAnother() {
        var made = InParallel.run(1_000, number -> tokens().next());
        assertThat(made).doesNotHaveDuplicates();
        assertThat(made).extracting(MailToken::digest).doesNotHaveDuplicates();
    }

    @Test
    default void aTokenIsReadFromItsText() {
        MailToken token = tokens().next();
        assertThat(MailToken.read(token.text())).contains(token);
    }
}
