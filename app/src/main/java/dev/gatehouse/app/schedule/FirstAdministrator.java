package dev.gatehouse.app.schedule;

import dev.gatehouse.identity.MakeFirstAdministrator;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PersonName;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the first administrator before the first request, if one is named. */
@Singleton
@Requires(property = "gatehouse.accounts.admin-email", pattern = ".+")
public final class FirstAdministrator implements ApplicationEventListener<StartupEvent> {

    /** What they are called until they say. */
    public static final PersonName NAME = PersonName.of("Administrator");

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final MakeFirstAdministrator makeFirstAdministrator;
    private final EmailAddress email;
    private final NewPassword password;

    FirstAdministrator(
            MakeFirstAdministrator makeFirstAdministrator,
            @Value("${gatehouse.accounts.admin-email}") String email,
            @Value("${gatehouse.accounts.admin-password}") String password) {
        this.makeFirstAdministrator = makeFirstAdministrator;
        this.email = EmailAddress.of(email);
        this.password = new NewPassword(Password.of(password));
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        switch (makeFirstAdministrator.handle(new MakeFirstAdministrator.Command(email, password, NAME))) {
            case MakeFirstAdministrator.Result.Made(var user) -> LOG.info("{} is the first administrator", user.id());
            case MakeFirstAdministrator.Result.ThereIsOne() -> {}
            case MakeFirstAdministrator.Result.EmailIsTaken() ->
                LOG.warn(
                        "there is no administrator, and GATEHOUSE_ADMIN_EMAIL is somebody's who is none: name another");
        }
    }
}
