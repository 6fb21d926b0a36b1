package dev.gatehouse.app;

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

    private Application() {}

    public static void main(String[] args) {
        Optional<String> missing = Stream.of("GATEHOUSE_MASTER_KEY", "DB_PASSWORD")
                .filter(name -> System.getenv(name) == null && System.getProperty(name) == null)
                .findFirst();
        if (missing.isPresent()) {
            LoggerFactory.getLogger(Application.class)
                    .error(
                            "{} is not set: Gatehouse does not start without it. See Configuration in the README.",
                            missing.get());
            System.exit(1);
        }
        Micronaut.build(args).banner(false).start();
    }
}
