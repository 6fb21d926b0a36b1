package dev.gatehouse.app.wiring;

import dev.gatehouse.notification.port.IEmailProvider;
import dev.gatehouse.notification.port.ISmsProvider;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Whether codes can be sent at all: an instance that cannot send must not take the events of one that can. */
final class SendsCodes implements Condition {

    @Override
    @SuppressWarnings("rawtypes") // as the framework's interface has it
    public boolean matches(ConditionContext context) {
        return context.getBeanContext().containsBean(IEmailProvider.class)
                || context.getBeanContext().containsBean(ISmsProvider.class);
    }
}
