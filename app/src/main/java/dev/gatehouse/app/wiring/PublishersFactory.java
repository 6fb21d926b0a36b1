package dev.gatehouse.app.wiring;

import com.rabbitmq.client.ConnectionFactory;
import dev.gatehouse.app.adapter.eventbridge.EventBridgeEventPublisher;
import dev.gatehouse.app.adapter.json.JacksonEventFormat;
import dev.gatehouse.app.adapter.rabbitmq.RabbitEventPublisher;
import dev.gatehouse.app.adapter.webhook.WebhookEventPublisher;
import dev.gatehouse.app.adapter.webhook.WebhookSecrets;
import dev.gatehouse.events.EventFormat;
import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.PublishingHandler;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Wires the one publisher that was chosen; with none, no event leaves, and none waits to. */
@Factory
final class PublishersFactory {

    /** Within the five seconds that a handler has. */
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private static final String EXCHANGE = "gatehouse.events";

    @Singleton
    EventFormat eventFormat() {
        return new JacksonEventFormat();
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = PublishingSettings.CHOICE, value = PublishingSettings.RABBITMQ)
    RabbitEventPublisher rabbitEventPublisher(ConnectionFactory factory, EventFormat format) {
        return new RabbitEventPublisher(factory, EXCHANGE, format, PATIENCE);
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = PublishingSettings.CHOICE, value = PublishingSettings.EVENTBRIDGE)
    EventBridgeEventPublisher eventBridgeEventPublisher(
            Region region, AwsCredentialsProvider credentials, EventFormat format, PublishingSettings settings) {
        var builder = EventBridgeClient.builder().region(region).credentialsProvider(credentials);
        return new EventBridgeEventPublisher(builder, settings.busName(), format, PATIENCE);
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = PublishingSettings.CHOICE, value = PublishingSettings.WEBHOOK)
    WebhookEventPublisher webhookEventPublisher(
            EventFormat format, Clock clock, SecureRandom random, PublishingSettings settings) {
        var secrets = WebhookSecrets.of(settings.webhookSecret());
        return new WebhookEventPublisher(URI.create(settings.webhookUrl()), secrets, format, clock, random, PATIENCE);
    }

    @Singleton
    @Requires(beans = EventPublisher.class)
    PublishingHandler publishingHandler(EventPublisher publisher) {
        return new PublishingHandler(publisher);
    }
}
