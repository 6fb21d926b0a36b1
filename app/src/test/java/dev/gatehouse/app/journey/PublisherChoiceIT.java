package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import dev.gatehouse.app.adapter.eventbridge.EventBridgeEventPublisher;
import dev.gatehouse.app.adapter.rabbitmq.RabbitEventPublisher;
import dev.gatehouse.app.adapter.webhook.WebhookEventPublisher;
import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.PublishingHandler;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** One setting says where events go. Nothing of the others is there, so nothing of them connects. */
final class PublisherChoiceIT {

    private static final Map<String, String> ALL = Map.of(
            "RABBITMQ_URL", "amqp://localhost:1",
            "AWS_REGION", "eu-central-1",
            "GATEHOUSE_WEBHOOK_URL", "http://localhost:1/",
            "GATEHOUSE_WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static Gatehouse startWith(String publisher) {
        var variables = new java.util.HashMap<>(ALL);
        variables.put("GATEHOUSE_EVENTS", publisher);
        return Gatehouse.start(variables);
    }

    private static void demandOnly(Class<? extends EventPublisher> publisher, Gatehouse gatehouse) {
        assertThat(gatehouse.beans(EventPublisher.class)).singleElement().isInstanceOf(publisher);
        assertThat(gatehouse.beans(PublishingHandler.class)).hasSize(1);
    }

    @Test
    void noneIsTheDefaultWhateverElseIsSet() {
        try (var gatehouse = Gatehouse.start(ALL)) {
            assertThat(gatehouse.beans(EventPublisher.class)).isEmpty();
            assertThat(gatehouse.beans(PublishingHandler.class)).isEmpty();
            assertThat(gatehouse.beans(ConnectionFactory.class)).isEmpty();
        }
    }

    @Test
    void rabbitmq() {
        try (var gatehouse = startWith("rabbitmq")) {
            demandOnly(RabbitEventPublisher.class, gatehouse);
            assertThat(gatehouse.beans(ConnectionFactory.class)).hasSize(1);
        }
    }

    @Test
    void eventbridge() {
        try (var gatehouse = startWith("eventbridge")) {
            demandOnly(EventBridgeEventPublisher.class, gatehouse);
            assertThat(gatehouse.bean(Region.class)).isEqualTo(Region.EU_CENTRAL_1);
            assertThat(gatehouse.beans(ConnectionFactory.class)).isEmpty();
        }
    }

    @Test
    void webhook() {
        try (var gatehouse = startWith("webhook")) {
            demandOnly(WebhookEventPublisher.class, gatehouse);
            assertThat(gatehouse.beans(ConnectionFactory.class)).isEmpty();
        }
    }
}
