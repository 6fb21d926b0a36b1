package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.adapter.smtp.TestMailServer;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.DeviceWatch;
import dev.gatehouse.identity.MailRequests;
import dev.gatehouse.identity.PasswordScreening;
import dev.gatehouse.identity.Register;
import dev.gatehouse.identity.Sessions;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.PlainPasswordHasher;
import dev.gatehouse.identity.port.PreferenceStore;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a mail server nobody who registers notices, and no mail is lost. */
final class MailOutageIT {

    private static final int MANY = 1_000;

    /** Who registers over HTTP; the others do where hashing their passwords costs nothing. */
    private static final int OVER_HTTP = 20;

    private static final NewPassword PASSWORD = new NewPassword(Samples.password());

    @TempDir
    Path directory;

    @Test
    void whileItIsDownAThousandRegisterAndAfterwardsEachIsWelcomedOnce() throws Exception {
        int smtpPort = Gatehouse.freePort();
        try (var gatehouse = MailedGatehouse.start(smtpPort)) {
            List<String> registered = registerMany(gatehouse);

            try (var mail = new TestMailServer(smtpPort)) {
                Eventually.holds("all mails", () -> mail.received().size() >= MANY);
                MailedGatehouse.awaitEmptyQueues();

                assertThat(registered).hasSize(MANY).allSatisfy(email -> assertThat(mail.inbox(email))
                        .hasSize(1));
                assertThat(mail.received()).hasSize(MANY);
                assertThat(mail.received()).extracting(TestMailServer::id).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void whoRegisteredJustBeforeTheProcessWasKilledIsWelcomedByTheNext() throws Exception {
        int smtpPort = Gatehouse.freePort();
        int port = Gatehouse.freePort();
        var api = new Api(port);
        var variables = GatehouseProcess.variables(MailedGatehouse.SERVERS, port);
        variables.putAll(MailedGatehouse.variables(smtpPort));
        String email;

        try (var silent = new ServerSocket(smtpPort, 50, InetAddress.getLoopbackAddress());
                var first = GatehouseProcess.launch(variables, directory.resolve("first"))) {
            first.awaitAnswer(api);
            email = api.register().email();
            // The mail is on its way, to a server that says nothing.
            silent.accept();
            first.kill();
        }

        try (var mail = new TestMailServer(smtpPort);
                var second = GatehouseProcess.launch(variables, directory.resolve("second"))) {
            second.awaitAnswer(api);
            MailedGatehouse.awaitMail(mail, email);
            MailedGatehouse.awaitEmptyQueues();

            assertThat(mail.received()).hasSize(1);
        }
    }

    private static List<String> registerMany(Gatehouse gatehouse) {
        Register register = registerQuickly(gatehouse);
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            return IntStream.range(0, MANY)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> number < OVER_HTTP ? register(gatehouse.api()) : register(register), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static Register registerQuickly(Gatehouse gatehouse) {
        return new Register(
                gatehouse.bean(IUserRepository.class),
                gatehouse.bean(CredentialStore.class),
                gatehouse.bean(PreferenceStore.class),
                gatehouse.bean(PasswordScreening.class),
                new PlainPasswordHasher(),
                Registration.OPEN,
                gatehouse.bean(MailRequests.class),
                gatehouse.bean(DeviceWatch.class),
                gatehouse.bean(Sessions.class),
                gatehouse.bean(EventLog.class),
                gatehouse.bean(AuditLog.class),
                gatehouse.bean(ContactHash.class),
                gatehouse.bean(UnitOfWork.class),
                gatehouse.bean(IdGenerator.class),
                gatehouse.bean(Clock.class));
    }

    private static String register(Register register) {
        String email = Api.freshEmail();
        var command = new Register.Command(
                EmailAddress.of(email), PASSWORD, PersonName.of("Ada Lovelace"), null, Samples.device(), null);
        assertThat(register.handle(command)).isInstanceOf(Register.Result.Registered.class);
        return email;
    }

    /** A machine that is busy with other tests may answer 503, and a client comes back then. */
    private static String register(Api api) {
        String email = Api.freshEmail();
        int status = api.register(email).status();
        for (int tries = 1; status == 503 && tries < 20; tries++) {
            int again = api.register(email).status();
            // It was done the first time, and only the answer was not.
            status = again == 409 ? 201 : again;
        }
        assertThat(status).isEqualTo(201);
        return email;
    }
}
