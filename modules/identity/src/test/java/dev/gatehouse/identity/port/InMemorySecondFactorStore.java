package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Second factors and lists of codes in tables of the in-memory unit of work. */
public final class InMemorySecondFactorStore implements SecondFactorStore {

    private final InMemoryUnitOfWork work;
    private final Map<UserId, SecondFactor> factors;
    private final Map<UserId, Set<String>> codes;

    public InMemorySecondFactorStore(InMemoryUnitOfWork work) {
        this.work = work;
        factors = work.table();
        codes = work.table();
    }

    @Override
    public Optional<SecondFactor> find(UserId user) {
        return work.run(() -> Optional.ofNullable(factors.get(user)));
    }

    @Override
    public void save(SecondFactor factor) {
        work.run(() -> Optional.ofNullable(factors.put(factor.user(), factor)));
    }

    @Override
    public boolean takeStep(SecondFactor factor, long step) {
        return work.run(() -> {
            boolean first = find(factor.user())
                    .filter(now -> now.id().equals(factor.id()) && now.isOn() && now.lastStep() < step)
                    .isPresent();
            if (first) {
                factors.put(
                        factor.user(),
                        new SecondFactor(
                                factor.user(),
                                factor.id(),
                                factor.secret(),
                                step,
                                factor.madeAt(),
                                factor.enabledAt()));
            }
            return first;
        });
    }

    @Override
    public void replaceCodes(UserId user, Collection<String> digests) {
        work.run(() -> Optional.ofNullable(codes.put(user, Set.copyOf(digests))));
    }

    @Override
    public OptionalInt takeCode(UserId user, String digest) {
        return work.run(() -> {
            var left = new HashSet<>(codes.getOrDefault(user, Set.of()));
            if (!left.remove(digest)) {
                return OptionalInt.empty();
            }
            codes.put(user, Set.copyOf(left));
            return OptionalInt.of(left.size());
        });
    }

    @Override
    public int countCodes(UserId user) {
        return work.run(() -> codes.getOrDefault(user, Set.of()).size());
    }

    @Override
    public boolean remove(UserId user) {
        return work.run(() -> {
            codes.remove(user);
            return Optional.ofNullable(factors.remove(user))
                    .filter(SecondFactor::isOn)
                    .isPresent();
        });
    }
}
