package dev.gatehouse.app.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.ConnectionFactory;
import dev.gatehouse.identity.ForgetCachedUser;
import dev.gatehouse.identity.model.UserId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Forgets what is cached of a user when RabbitMQ tells that the user was created, by us or by another system. */
@Singleton
@Requires(bean = ConnectionFactory.class)
final class UserCacheConsumer implements ApplicationEventListener<StartupEvent> {

    private static final String EXCHANGE = "gatehouse.events";
    private static final String QUEUE = "gatehouse.user-cache";
    private static final List<String> ROUTING_KEYS = List.of("user.registered", "USER_CREATED");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ForgetCachedUser forgetCachedUser;
    private final ObjectMapper json;
    private final QueueSubscription subscription;

    UserCacheConsumer(ConnectionFactory factory, ForgetCachedUser forgetCachedUser, ObjectMapper json) {
        this.forgetCachedUser = forgetCachedUser;
        this.json = json;
        this.subscription = new QueueSubscription(factory, EXCHANGE, QUEUE, ROUTING_KEYS, PAUSE, this::receive);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        subscription.start();
    }

    @PreDestroy
    void stop() {
        subscription.close();
    }

    private Verdict receive(byte[] body) {
        return UserCreatedMessage.user(json, body).map(this::forget).orElse(Verdict.POISON);
    }

    private Verdict forget(UserId user) {
        return switch (forgetCachedUser.handle(new ForgetCachedUser.Command(user))) {
            case ForgetCachedUser.Result.Forgotten() -> Verdict.DONE;
            case ForgetCachedUser.Result.NotYet() -> Verdict.LATER;
        };
    }
}
