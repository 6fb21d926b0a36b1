package dev.gatehouse.app.adapter.rabbitmq;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;
import org.slf4j.LoggerFactory;

/**
 * A broker that speaks what RabbitMQ speaks (AMQP 0-9-1, with publisher confirms), in this JVM. It can be stopped, which
 * forgets everything, and started again on its port.
 *
 * <p>It drops what was rejected for good, as RabbitMQ does, only where one delivery is the most there may be.
 */
public final class AmqpBroker implements AutoCloseable {

    private final int port = freePort();
    private SystemLauncher launcher = new SystemLauncher();

    public AmqpBroker() {
        // It tells of every connection and every queue.
        ((Logger) LoggerFactory.getLogger("qpid")).setLevel(Level.WARN);
        start();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return url(port);
    }

    static String url(int port) {
        return "amqp://gatehouse:for-tests@localhost:" + port;
    }

    /** For the tests' own connections, which recover by nothing. */
    public ConnectionFactory connections() {
        return connections(port);
    }

    static ConnectionFactory connections(int port) {
        try {
            var factory = new ConnectionFactory();
            factory.setUri(url(port));
            factory.setAutomaticRecoveryEnabled(false);
            factory.setConnectionTimeout(2_000);
            factory.setHandshakeTimeout(2_000);
            factory.setChannelRpcTimeout(2_000);
            return factory;
        } catch (URISyntaxException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void start() {
        URL configuration = Objects.requireNonNull(AmqpBroker.class.getResource("/amqp-broker.json"));
        launcher = new SystemLauncher();
        try {
            launcher.startup(Map.of(
                    SystemConfig.TYPE,
                    "Memory",
                    SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                    configuration.toExternalForm(),
                    SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                    false,
                    SystemConfig.CONTEXT,
                    Map.of("broker.port", Integer.toString(port))));
        } catch (Exception failed) {
            throw new IllegalStateException("the broker did not start", failed);
        }
    }

    public void stop() {
        launcher.shutdown();
    }

    @Override
    public void close() {
        stop();
    }
}
