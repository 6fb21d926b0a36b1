package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.KeyRotation;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.SigningKeyGenerator;
import dev.gatehouse.identity.port.SigningKeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Makes the first signing keys, and later moves each on when its time has come. */
public final class RotateSigningKeys {

    public record Command() {}

    public sealed interface Result {
        record Rotated(List<SigningKey> keys) implements Result {}

        record NothingDue() implements Result {}
    }

    private final SigningKeyStore store;
    private final SigningKeyGenerator generator;
    private final KeyRotation rotation;
    private final UnitOfWork work;
    private final Clock clock;

    public RotateSigningKeys(
            SigningKeyStore store, SigningKeyGenerator generator, KeyRotation rotation, UnitOfWork work, Clock clock) {
        this.store = store;
        this.generator = generator;
        this.rotation = rotation;
        this.work = work;
        this.clock = clock;
    }

    /** Safe to call at any time and from any number of instances at once. */
    public Result handle(Command command) {
        return work.run(() -> {
            List<SigningKey> keys = store.lock();
            List<SigningKey> due = rotation.apply(keys, generator::generate, clock.instant());
            if (Set.copyOf(due).equals(Set.copyOf(keys))) {
                return new Result.NothingDue();
            }
            store.replaceAll(due);
            return new Result.Rotated(due);
        });
    }
}
