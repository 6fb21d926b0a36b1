package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {

    @Test
    void takeABlankVariableForAMissingOne() {
        assertThat(new Variables(Map.of("DB_HOST", " ")).has("DB_HOST")).isFalse();
    }

    @Test
    void readPortsAndRefuseWhatIsNone() {
        assertThat(new Variables(Map.of()).port("GATEHOUSE_PORT", 8080)).isEqualTo(8080);
        assertThat(new Variables(Map.of("GATEHOUSE_PORT", "9090")).port("GATEHOUSE_PORT", 8080))
                .isEqualTo(9090);
        assertThatExceptionOfType(DevServiceException.class)
                .isThrownBy(() -> new Variables(Map.of("GATEHOUSE_PORT", "http")).port("GATEHOUSE_PORT", 8080));
    }

    @Test
    void refuseHalfADescriptionOfAServer() {
        assertThatExceptionOfType(DevServiceException.class)
                .isThrownBy(() -> new Variables(Map.of("DB_USER", "me")).demandAbsent("DB_HOST", "DB_PORT", "DB_USER"))
                .withMessageStartingWith("DB_USER is set but DB_HOST is not");
        assertThatNoException().isThrownBy(() -> new Variables(Map.of()).demandAbsent("DB_HOST", "DB_PORT", "DB_USER"));
    }

    @Test
    void thatNameServersKeepThemFromBeingStarted() {
        var names = Map.of(
                "DB_HOST", "db",
                "REDIS_URL", "redis://cache",
                "S3_BUCKET", "bucket",
                "GATEHOUSE_MAIL", "ses",
                "GATEHOUSE_MASTER_KEY", "k");
        var lines = new ArrayList<String>();
        try (var services = new DevServices(Workplace.at("unneeded"), new Variables(names), lines::add)) {
            assertThat(services.start()).isEmpty();
            services.awaitAll();
            assertThat(services.hasMailbox()).isFalse();
        }
        assertThat(List.copyOf(lines)).isEmpty();
    }
}
