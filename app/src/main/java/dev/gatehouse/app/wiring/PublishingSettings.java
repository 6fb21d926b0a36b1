package dev.gatehouse.app.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where events go, as {@code gatehouse.events.*} in application.yml names it. Which of them counts, {@link #CHOICE} says.
 *
 * @param busName of EventBridge, or its ARN
 */
@ConfigurationProperties("gatehouse.events")
record PublishingSettings(String rabbitmqUrl, String busName, String webhookUrl, String webhookSecret) {

    /** The property that holds one of {@link #RABBITMQ}, {@link #EVENTBRIDGE}, {@link #WEBHOOK}, or {@code none}. */
    static final String CHOICE = "gatehouse.events.publisher";

    static final String RABBITMQ = "rabbitmq";
    static final String EVENTBRIDGE = "eventbridge";
    static final String WEBHOOK = "webhook";

    @Override
    public String toString() {
        return "PublishingSettings[…]";
    }
}
