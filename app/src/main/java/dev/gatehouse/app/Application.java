package dev.gatehouse.app;

import dev.gatehouse.app.command.ImportCommand;
import dev.gatehouse.app.wiring.Preflight;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Starts Gatehouse, or with {@code import} takes over users for one that runs. */
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
        if (args.length > 0 && args[0].equals("import")) {
            System.exit(ImportCommand.run(List.of(args).subList(1, args.length), Application::variable));
        }
        Optional<String> refusal = new Preflight(Application::variable).refusal();
        if (refusal.isPresent()) {
            LoggerFactory.getLogger(Application.class).error(refusal.get());
            System.exit(1);
        }
        Micronaut.build(args).banner(false).start();
    }

    /** A variable of the environment, or the system property of the same name; blank where there is neither. */
    private static String variable(String name) {
        String value = System.getProperty(name, System.getenv(name));
        return value == null ? "" : value.strip();
    }
}
