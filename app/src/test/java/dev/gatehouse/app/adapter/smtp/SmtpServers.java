package dev.gatehouse.app.adapter.smtp;

import dev.gatehouse.app.adapter.smtp.SmtpServer.Account;
import dev.gatehouse.app.adapter.smtp.SmtpServer.Encryption;
import dev.gatehouse.notification.port.IEmailProviderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** Ways to servers on this machine. */
final class SmtpServers {

    /** As in production: less than the five seconds that ports allow. */
    static final Duration PATIENCE = Duration.ofMillis(4500);

    private SmtpServers() {}

    static SmtpServer at(int port) {
        return at(port, PATIENCE);
    }

    static SmtpServer at(int port, Duration patience) {
        return at(account(port, Encryption.NONE, ""), (SSLSocketFactory) SSLSocketFactory.getDefault(), patience);
    }

    static SmtpServer at(Account account, SSLSocketFactory tls, Duration patience) {
        return new SmtpServer(account, IEmailProviderContract.SENDER, tls, patience, Clock.systemUTC());
    }

    static Account account(int port, Encryption encryption, String user) {
        return new Account("localhost", port, encryption, user, "smtp-pass");
    }

    /** Where nobody listens. */
    static SmtpServer nowhere() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return at(socket.getLocalPort());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
