package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.webhook.WebhookSecrets;
import dev.gatehouse.app.http.filter.BrowserOrigins;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.MasterKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What must be set before anything starts. What is wrong is told in one line that names the variable. */
public final class Preflight {

    /** As the API of EventBridge has it: with another one it would take no event. */
    private static final Pattern BUS_NAME =
            Pattern.compile("(arn:aws[\\w-]*:events:[\\w-]+:\\d{12}:event-bus/)?[/.\\w-]{1,256}");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final UnaryOperator<String> variables;

    /**
     * @param variables gives the value of a variable, blank where it is not set
     */
    public Preflight(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    /** Why it must not start; empty when it may. */
    public Optional<String> refusal() {
        try {
            demandMasterKey("GATEHOUSE_MASTER_KEY");
            demand("DB_PASSWORD");
            demandPublisher("GATEHOUSE_EVENTS");
            demandCache("GATEHOUSE_CACHE");
            demandWarmUp("GATEHOUSE_CACHE_WARM_UP");
            demandSessions("GATEHOUSE_SESSIONS_MAX");
            demandRetention("GATEHOUSE_AUDIT_RETENTION");
            new RedisPreflight(variables).check();
            new MailPreflight(variables).check();
            new LimitPreflight(variables).check();
            new AccountPreflight(variables).check();
            demandOrigins("GATEHOUSE_BROWSER_ORIGINS");
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.ofNullable(refusal.getMessage());
        }
    }

    private void demandMasterKey(String name) {
        try {
            if (MasterKey.of(demand(name)).isSample()) {
                throw new Refusal(name + " is a sample. Make one of your own: openssl rand -base64 32");
            }
        } catch (InvalidValue invalid) {
            throw new Refusal(name + ": " + invalid.detail());
        }
    }

    private void demandPublisher(String name) {
        switch (variables.apply(name)) {
            case "", "none" -> {}
            case PublishingSettings.RABBITMQ -> demandAmqp("RABBITMQ_URL");
            case PublishingSettings.EVENTBRIDGE -> {
                demand("AWS_REGION");
                demandBusName("EVENT_BUS_NAME");
            }
            case PublishingSettings.WEBHOOK -> {
                demandHttps("GATEHOUSE_WEBHOOK_URL");
                demandSecrets("GATEHOUSE_WEBHOOK_SECRET");
            }
            default -> throw new Refusal(name + " is one of none, rabbitmq, eventbridge, webhook.");
        }
    }

    private void demandCache(String name) {
        if (!Set.of("", CachingSettings.REDIS, CachingSettings.LOCAL).contains(variables.apply(name))) {
            throw new Refusal(name + " is one of redis, local.");
        }
    }

    private void demandWarmUp(String name) {
        if (!variables.apply(name).matches("|10000|[0-9]{1,4}")) {
            throw new Refusal(name + " is a number of users, 10000 at most.");
        }
    }

    private void demandSessions(String name) {
        if (!variables.apply(name).matches("|1000|[1-9][0-9]{0,2}")) {
            throw new Refusal(name + " is a number of sessions, 1 to 1000.");
        }
    }

    private void demandRetention(String name) {
        String value = variables.apply(name);
        if (!value.isBlank()
                && DurationText.read(value)
                        .filter(time -> time.compareTo(AuditSettings.SHORTEST) >= 0)
                        .isEmpty()) {
            throw new Refusal(name + " is a time of a day at least, like 365d.");
        }
    }

    private void demandAmqp(String name) {
        try {
            RabbitFactory.connections(demand(name));
        } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException invalid) {
            throw new Refusal(name + " is no address like amqps://user:password@host/vhost.");
        }
    }

    private void demandBusName(String name) {
        String bus = variables.apply(name);
        if (!bus.isEmpty() && !BUS_NAME.matcher(bus).matches()) {
            throw new Refusal(name + " is the name of an event bus, or its ARN.");
        }
    }

    private void demandHttps(String name) {
        try {
            var address = new URI(demand(name));
            if (address.getHost() != null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost())))) {
                return;
            }
        } catch (URISyntaxException invalid) {
            // Told below, like every other address that is none.
        }
        throw new Refusal(name + " is no address that begins with https:// (http:// is for this very machine).");
    }

    private void demandOrigins(String name) {
        try {
            BrowserOrigins.of("https://localhost", variables.apply(name));
        } catch (IllegalArgumentException invalid) {
            throw new Refusal(name + ": " + invalid.getMessage());
        }
    }

    private void demandSecrets(String name) {
        try {
            WebhookSecrets.of(demand(name));
        } catch (IllegalArgumentException invalid) {
            throw new Refusal(name + ": " + invalid.getMessage());
        }
    }

    private String demand(String name) {
        String value = variables.apply(name);
        if (value.isBlank()) {
            throw Refusal.unset(name);
        }
        return value;
    }
}
