package dev.gatehouse.app.wiring;

import com.rabbitmq.client.ConnectionFactory;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Wires the way to RabbitMQ. */
@Factory
final class RabbitFactory {

    private static final int TIMEOUT_MILLIS = 2_000;

    /** Connects to nothing; whoever makes a connection with it makes it anew when it is lost. */
    @Singleton
    @Requires(property = PublishingSettings.CHOICE, value = PublishingSettings.RABBITMQ)
    ConnectionFactory rabbitConnections(PublishingSettings settings)
            throws URISyntaxException, GeneralSecurityException {
        return connections(settings.rabbitmqUrl());
    }

    static ConnectionFactory connections(String url) throws URISyntaxException, GeneralSecurityException {
        var address = new URI(url);
        if (address.getScheme() == null || address.getHost() == null) {
            throw new IllegalArgumentException("an address has a scheme and a host");
        }
        var factory = new ConnectionFactory();
        factory.setUri(address);
        if (factory.isSSL()) {
            // Left to itself, the client trusts every certificate of every host.
            factory.useSslProtocol(SSLContext.getDefault());
            factory.enableHostnameVerification();
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(TIMEOUT_MILLIS);
        factory.setHandshakeTimeout(TIMEOUT_MILLIS);
        factory.setChannelRpcTimeout(TIMEOUT_MILLIS);
        factory.setRequestedHeartbeat((int) Duration.ofSeconds(10).toSeconds());
        factory.setThreadFactory(
                Thread.ofPlatform().name("rabbitmq-", 0).daemon().factory());
        return factory;
    }
}
