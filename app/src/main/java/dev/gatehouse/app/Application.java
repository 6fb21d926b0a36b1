package dev.gatehouse.app;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.MasterKey;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Starts Gatehouse. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Gatehouse",
                        version = "0.1",
                        description = "Accounts, sessions and tokens.",
                        license = @License(name = "Apache-2.0")))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public final class Application {

    private static final String MASTER_KEY = "GATEHOUSE_MASTER_KEY";

    private Application() {}

    public static void main(String[] args) {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            LoggerFactory.getLogger(Application.class).error(refusal.get());
            System.exit(1);
        }
        Micronaut.build(args).banner(false).start();
    }

    /** Why it must not start: a secret that is missing, or is none. */
    private static Optional<String> refusal() {
        Optional<String> missing = Stream.of(MASTER_KEY, "DB_PASSWORD")
                .filter(name -> variable(name).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            return missing.map(name -> name + " is not set, and has no default. See Configuration in the README.");
        }
        try {
            return MasterKey.of(variable(MASTER_KEY)).isSample()
                    ? Optional.of(MASTER_KEY + " is a sample. Make one of your own: openssl rand -base64 32")
                    : Optional.empty();
        } catch (InvalidValue invalid) {
            return Optional.of(MASTER_KEY + ": " + invalid.detail());
        }
    }

    /** A variable of the environment, or the system property of the same name; blank where there is neither. */
    private static String variable(String name) {
        String value = System.getProperty(name, System.getenv(name));
        return value == null ? "" : value.strip();
    }
}
