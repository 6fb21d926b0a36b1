package dev.gatehouse.app.schedule;

import dev.gatehouse.ratelimit.ReloadPolicies;
import dev.gatehouse.ratelimit.ReloadPolicies.Command;
import dev.gatehouse.ratelimit.ReloadPolicies.Result;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every two seconds whether the policies of limits were changed. */
@Singleton
final class PolicyTimer {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyTimer.class);

    private final ReloadPolicies reloadPolicies;

    PolicyTimer(ReloadPolicies reloadPolicies) {
        this.reloadPolicies = reloadPolicies;
    }

    @Scheduled(initialDelay = "2s", fixedDelay = "2s")
    void look() {
        switch (reloadPolicies.handle(new Command())) {
            case Result.Unchanged() -> {}
            case Result.Reloaded(int policies) -> LOG.info("{} policies of rate limits hold now", policies);
            case Result.Refused(String reason) -> LOG.warn("the policies of rate limits stay as they were: {}", reason);
        }
    }
}
