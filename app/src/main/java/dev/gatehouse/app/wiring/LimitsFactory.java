package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.micrometer.MicrometerLimitMeter;
import dev.gatehouse.app.adapter.outbox.OutboxLimitAlerts;
import dev.gatehouse.app.adapter.redis.RedisConnection;
import dev.gatehouse.app.adapter.redis.RedisRateLimiter;
import dev.gatehouse.app.adapter.yaml.YamlPolicySource;
import dev.gatehouse.app.http.ratelimit.FreePass;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.ratelimit.BlockSubject;
import dev.gatehouse.ratelimit.CountingLimitMeter;
import dev.gatehouse.ratelimit.DegradingRateLimiter;
import dev.gatehouse.ratelimit.InspectSubject;
import dev.gatehouse.ratelimit.LimitAlerts;
import dev.gatehouse.ratelimit.LimitRequest;
import dev.gatehouse.ratelimit.LocalRateLimiter;
import dev.gatehouse.ratelimit.MeteredRateLimiter;
import dev.gatehouse.ratelimit.PardonSubject;
import dev.gatehouse.ratelimit.PolicyBook;
import dev.gatehouse.ratelimit.PolicySource;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RecallRefusal;
import dev.gatehouse.ratelimit.RefundRequest;
import dev.gatehouse.ratelimit.ReloadPolicies;
import dev.gatehouse.ratelimit.RememberingRateLimiter;
import dev.gatehouse.ratelimit.ShowLimits;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.env.PropertyPlaceholderResolver;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Wires rate limits: counted first, remembered, shared through Redis, and by each instance alone where that is away. */
@Factory
final class LimitsFactory {

    private static final Duration TRUST = Duration.ofMinutes(1);
    private static final int REMEMBERED = 50_000;
    private static final int LOCAL = 10_000;

    @Singleton
    CountingLimitMeter limitMeter(MeterRegistry registry) {
        return new CountingLimitMeter(new MicrometerLimitMeter(registry));
    }

    @Singleton
    DegradingRateLimiter degradingRateLimiter(RedisConnection redis, Clock clock) {
        return new DegradingRateLimiter(new RedisRateLimiter(redis), new LocalRateLimiter(clock, LOCAL));
    }

    @Singleton
    RememberingRateLimiter rememberingRateLimiter(DegradingRateLimiter limiter, Clock clock) {
        return new RememberingRateLimiter(limiter, clock, TRUST, REMEMBERED);
    }

    @Singleton
    @Primary
    RateLimiter rateLimiter(RememberingRateLimiter limiter, CountingLimitMeter meter) {
        return new MeteredRateLimiter(limiter, meter);
    }

    @Singleton
    PolicySource policySource(LimitSettings settings, PropertyPlaceholderResolver variables) {
        Path file = settings.file().isBlank() ? null : Path.of(settings.file());
        return new YamlPolicySource(
                file,
                name -> variables.resolvePlaceholders("${" + name + ":}").orElse(""),
                settings.ttl(),
                settings.max());
    }

    @Singleton
    PolicyBook policyBook(PolicySource source) {
        return switch (source.read()) {
            case PolicySource.Reading.Read(var policies) -> new PolicyBook(policies);
            case PolicySource.Reading.Wrong(String reason) -> throw new Refusal("GATEHOUSE_RATE_LIMITS: " + reason);
            case PolicySource.Reading.Unchanged() -> throw new IllegalStateException("somebody has read it before");
        };
    }

    @Singleton
    LimitAlerts limitAlerts(EventLog events, UnitOfWork work, IdGenerator ids, Clock clock) {
        return new OutboxLimitAlerts(events, work, ids, clock);
    }

    @Singleton
    FreePass freePass(LimitSettings settings) {
        return FreePass.of(settings.freePeers(), settings.freeKeys());
    }

    @Singleton
    ReloadPolicies reloadPolicies(PolicySource source, PolicyBook book) {
        return new ReloadPolicies(source, book);
    }

    @Singleton
    LimitRequest limitRequest(PolicyBook book, RateLimiter limiter, LimitAlerts alerts) {
        return new LimitRequest(book, limiter, alerts);
    }

    @Singleton
    RecallRefusal recallRefusal(PolicyBook book, RememberingRateLimiter limiter, CountingLimitMeter meter) {
        return new RecallRefusal(book, limiter, meter);
    }

    @Singleton
    RefundRequest refundRequest(RateLimiter limiter) {
        return new RefundRequest(limiter);
    }

    @Singleton
    ShowLimits showLimits(PolicyBook book, CountingLimitMeter meter) {
        return new ShowLimits(book, meter);
    }

    @Singleton
    InspectSubject inspectSubject(PolicyBook book, RateLimiter limiter) {
        return new InspectSubject(book, limiter);
    }

    @Singleton
    BlockSubject blockSubject(RateLimiter limiter) {
        return new BlockSubject(limiter);
    }

    @Singleton
    PardonSubject pardonSubject(RateLimiter limiter) {
        return new PardonSubject(limiter);
    }
}
