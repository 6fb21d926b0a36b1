package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.TotpSecret;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source of secrets for second factors promises, but for what no test can see: that nobody foresees them. */
public interface SecondFactorSecretsContract {

    SecondFactorSecrets secrets();

    @Test
    default void nothingComesTwice() {
        SecondFactorSecrets secrets = secrets();
        assertThat(Stream.generate(secrets::nextSecret).limit(1_000).map(TotpSecret::base32))
                .doesNotHaveDuplicates();
        assertThat(Stream.generate(secrets::nextRecoveryCode).limit(1_000).map(RecoveryCode::characters))
                .doesNotHaveDuplicates();
    }
}
