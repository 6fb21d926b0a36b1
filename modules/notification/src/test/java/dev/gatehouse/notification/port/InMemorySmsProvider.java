package dev.gatehouse.notification.port;

import dev.gatehouse.notification.model.Sms;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps messages in a list, and can be told to fail. */
public final class InMemorySmsProvider implements ISmsProvider {

    private final List<Sms> sent = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException failure;

    /** From now on every message ends so, or is taken again. */
    public void failing(@Nullable RuntimeException with) {
        this.failure = with;
    }

    public List<Sms> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void send(Sms sms) {
        RuntimeException now = failure;
        if (now != null) {
            throw now;
        }
        sent.add(sms);
    }
}
