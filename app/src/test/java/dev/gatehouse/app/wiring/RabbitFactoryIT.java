package dev.gatehouse.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RabbitFactoryIT {

    private static final char[] PASSWORD = "for-tests".toCharArray();

    @TempDir
    Path directory;

    @Test
    void aBrokerWithACertificateThatNobodyVouchesForIsNotTalkedTo() throws Exception {
        try (var broker = listen()) {
            Thread.ofVirtual().start(() -> accept(broker));
            var factory = RabbitFactory.connections("amqps://localhost:" + broker.getLocalPort());

            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> factory.newConnection("test"));
        }
    }

    private SSLServerSocket listen() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = directory.resolve("self-signed.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        (keytool + " -genkeypair -alias broker -keyalg EC -dname CN=localhost -ext san=dns:localhost"
                                        + " -storetype PKCS12 -storepass for-tests -keystore " + store)
                                .split(" ", -1))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void accept(SSLServerSocket broker) {
        try (var client = (SSLSocket) broker.accept()) {
            client.startHandshake();
            client.getInputStream().readAllBytes();
        } catch (IOException turnedAway) {
            // As it should be.
        }
    }
}
