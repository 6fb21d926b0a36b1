package dev.gatehouse.app.adapter.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.app.adapter.smtp.SmtpServer.Encryption;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.PlainMessageTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a conversation is to be private, it is, or there is none. */
final class SmtpEncryptionTest {

    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path directory;

    @BeforeAll
    static void makeCertificates() throws Exception {
        makeCertificate("localhost", "dns:localhost");
        makeCertificate("elsewhere", "dns:mail.elsewhere.example");
    }

    private static void makeCertificate(String name, String san) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + san,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(STORE_PASSWORD),
                        "-keystore",
                        directory.resolve(name).toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    /** Has the key of one name, and believes its certificate alone. */
    private static SSLContext context(String name) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(directory.resolve(name))) {
            store.load(file, STORE_PASSWORD);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void send(int port, Encryption encryption, SSLSocketFactory trusting) {
        var account = SmtpServers.account(port, encryption, "smtp-user");
        new SmtpEmailProvider(SmtpServers.at(account, trusting, SmtpServers.PATIENCE), new PlainMessageTemplates())
                .sendWelcomeEmail(
                        UUID.randomUUID(), EmailAddress.of("ada@example.com"), PersonName.of("Ada"), Language.EN);
    }

    @Test
    void withStarttlsUserAndLetterAreSaidInPrivate() throws Exception {
        try (var server = ScriptedSmtpServer.withStarttls(context("localhost"))) {
            send(server.port(), Encryption.STARTTLS, context("localhost").getSocketFactory());

            assertThat(server.heard()).startsWith("EHLO acme.example", "STARTTLS", "EHLO acme.example");
            assertThat(server.heard().get(3)).startsWith("AUTH PLAIN");
            assertThat(server.heard()).contains(ScriptedSmtpServer.DOT);
        }
    }

    @Test
    void withTlsEveryWordIsSaidInPrivate() throws Exception {
        try (var server = ScriptedSmtpServer.overTls(context("localhost"))) {
            send(server.port(), Encryption.TLS, context("localhost").getSocketFactory());

            assertThat(server.heard()).contains("EHLO acme.example", ScriptedSmtpServer.DOT);
        }
    }

    @Test
    void aServerThatDoesNotOfferItHearsNothing() {
        try (var server = new ScriptedSmtpServer()) {
            assertThatThrownBy(() ->
                            send(server.port(), Encryption.STARTTLS, (SSLSocketFactory) SSLSocketFactory.getDefault()))
                    .isInstanceOf(DeliveryUnavailable.class);

            assertThat(server.heard()).noneMatch(line -> line.matches("(AUTH|MAIL|RCPT|DATA).*"));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotBelieved() throws Exception {
        try (var server = ScriptedSmtpServer.withStarttls(context("localhost"))) {
            assertThatThrownBy(() ->
                            send(server.port(), Encryption.STARTTLS, (SSLSocketFactory) SSLSocketFactory.getDefault()))
                    .isInstanceOf(DeliveryUnavailable.class);

            assertThat(server.heard()).containsExactly("EHLO acme.example", "STARTTLS");
        }
    }

    @Test
    void aCertificateOfAnotherNameIsNotBelieved() throws Exception {
        try (var server = ScriptedSmtpServer.withStarttls(context("elsewhere"))) {
            assertThatThrownBy(() -> send(
                            server.port(),
                            Encryption.STARTTLS,
                            context("elsewhere").getSocketFactory()))
                    .isInstanceOf(DeliveryUnavailable.class);

            assertThat(server.heard()).noneMatch(line -> line.matches("(AUTH|MAIL|RCPT|DATA).*"));
        }
    }
}
