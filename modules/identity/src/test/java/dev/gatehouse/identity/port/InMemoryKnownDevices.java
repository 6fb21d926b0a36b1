package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.DeviceMark;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Known devices in a table of the in-memory unit of work; it tells how often it was asked. */
public final class InMemoryKnownDevices implements KnownDevices {

    private final InMemoryUnitOfWork work;
    private final IUserRepository users;
    private final Map<UserId, Map<String, Instant>> devices;
    private final AtomicInteger lookUps = new AtomicInteger();

    public InMemoryKnownDevices(InMemoryUnitOfWork work, IUserRepository users) {
        this.work = work;
        this.users = users;
        devices = work.table();
    }

    /** How often somebody asked whether a device is known. */
    public int lookUps() {
        return lookUps.get();
    }

    @Override
    public boolean knows(EmailAddress email, List<DeviceMark> marks) {
        lookUps.incrementAndGet();
        return work.run(() -> users.findByEmail(email)
                .filter(user -> knows(of(user.id()), marks))
                .isPresent());
    }

    @Override
    public SignIn remember(UserId user, List<DeviceMark> shown, List<DeviceMark> kept, Instant now) {
        return work.run(() -> {
            Map<String, Instant> before = of(user);
            var after = new HashMap<>(before);
            kept.forEach(mark -> after.put(mark.hash(), now));
            while (after.size() > MOST) {
                after.remove(after.entrySet().stream()
                        .filter(entry ->
                                kept.stream().noneMatch(mark -> mark.hash().equals(entry.getKey())))
                        .min(Map.Entry.<String, Instant>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .orElseThrow()
                        .getKey());
            }
            devices.put(user, Map.copyOf(after));
            if (before.isEmpty()) {
                return SignIn.FIRST;
            }
            return knows(before, shown) ? SignIn.KNOWN : SignIn.NEW;
        });
    }

    @Override
    public int forget(UserId user) {
        return work.run(() -> {
            int marks = of(user).size();
            devices.remove(user);
            return marks;
        });
    }

    private Map<String, Instant> of(UserId user) {
        return devices.getOrDefault(user, Map.of());
    }

    private static boolean knows(Map<String, Instant> devices, List<DeviceMark> marks) {
        return marks.stream().anyMatch(mark -> devices.containsKey(mark.hash()));
    }
}
