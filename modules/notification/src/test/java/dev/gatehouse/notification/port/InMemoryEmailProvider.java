package dev.gatehouse.notification.port;

import dev.gatehouse.notification.model.Email;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps mails in a list, and can be told to fail. */
public final class InMemoryEmailProvider implements IEmailProvider {

    private final List<Email> sent = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException failure;

    /** From now on every mail ends so, or is taken again. */
    public void failing(@Nullable RuntimeException with) {
        this.failure = with;
    }

    public List<Email> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void send(Email email) {
        RuntimeException now = failure;
        if (now != null) {
            throw now;
        }
        sent.add(email);
    }
}
