package dev.gatehouse.privacy;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.privacy.Erasure.Purged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wishes in a table of the in-memory unit of work. */
public final class InMemoryErasures implements Erasures {

    private final InMemoryUnitOfWork work;
    private final Map<UUID, Erasure> wishes;
    private final Map<UUID, Instant> claims;

    public InMemoryErasures(InMemoryUnitOfWork work) {
        this.work = work;
        wishes = work.table();
        claims = work.table();
    }

    @Override
    public boolean request(Erasure wish) {
        return work.run(() -> {
            UUID person = wish.person();
            if (person == null || findOf(person).isPresent()) {
                return false;
            }
            wishes.put(wish.id(), wish);
            return true;
        });
    }

    @Override
    public Optional<Erasure> findOf(UUID person) {
        return work.run(() -> all(wish -> person.equals(wish.person())).findFirst());
    }

    @Override
    public Optional<Erasure> find(UUID id) {
        return work.run(() -> Optional.ofNullable(wishes.get(id)));
    }

    @Override
    public boolean undo(UUID person, Instant now) {
        return work.run(() -> findOf(person)
                .filter(wish -> isFree(wish, now) && wish.purged().isEmpty())
                .map(wish -> wishes.remove(wish.id()))
                .isPresent());
    }

    @Override
    public Optional<Erasure> claim(Instant now, Instant until) {
        return work.run(() -> {
            Optional<Erasure> due = all(wish ->
                            wish.erasedAt() == null && !wish.dueAt().isAfter(now) && isFree(wish, now))
                    .min(Comparator.comparing(Erasure::dueAt));
            due.ifPresent(wish -> claims.put(wish.id(), until));
            return due;
        });
    }

    @Override
    public void note(UUID id, Purged place) {
        change(id, wish -> !wish.hasPurged(place.name()), wish -> {
            var purged = new ArrayList<>(wish.purged());
            purged.add(place);
            return with(wish, wish.person(), wish.erasedAt(), purged);
        });
    }

    @Override
    public void finish(UUID id, Instant now) {
        change(id, wish -> wish.erasedAt() == null, wish -> with(wish, null, now, wish.purged()));
    }

    private static Erasure with(Erasure wish, @Nullable UUID person, @Nullable Instant erasedAt, List<Purged> purged) {
        return new Erasure(wish.id(), person, wish.requestedAt(), wish.dueAt(), erasedAt, List.copyOf(purged));
    }

    private void change(UUID id, Predicate<Erasure> when, UnaryOperator<Erasure> change) {
        work.run(() -> find(id).filter(when).map(wish -> wishes.put(id, change.apply(wish))));
    }

    private boolean isFree(Erasure wish, Instant now) {
        return !claims.getOrDefault(wish.id(), now).isAfter(now);
    }

    private Stream<Erasure> all(Predicate<Erasure> which) {
        return wishes.values().stream().filter(which);
    }
}
