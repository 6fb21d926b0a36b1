package dev.gatehouse.privacy;

import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.privacy.Erasure.Purged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases people whose time to think better of it is over, place by place. */
public final class EraseDue {

    public record Command() {}

    public sealed interface Result {
        /**
         * @param erased people of whom nothing is left
         * @param left people of whom something is, because a place does not answer, or must not be purged yet
         */
        record Done(int erased, int left) implements Result {}

        /** Nobody knows who is due. */
        record StoreDown() implements Result {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(EraseDue.class);

    /** How long others keep off one that is begun, and until when it is tried again. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final int MOST = 1_000;

    private final List<PersonalData> places;
    private final Erasures erasures;
    private final Clock clock;

    /**
     * @param places in their order: the first one ends the person's access, so that nothing new comes while the others are
     *     purged
     */
    public EraseDue(List<PersonalData> places, Erasures erasures, Clock clock) {
        this.places = List.copyOf(places);
        this.erasures = erasures;
        this.clock = clock;
    }

    /** Safe on any number of instances at once, and after any failure: a place that is purged is purged once. */
    public Result handle(Command command) {
        int erased = 0;
        int left = 0;
        try {
            for (int people = 0; people < MOST; people++) {
                Instant now = clock.instant();
                Optional<Erasure> due = erasures.claim(now, now.plus(LEASE));
                if (due.isEmpty()) {
                    break;
                }
                if (erase(due.get())) {
                    erased++;
                } else {
                    left++;
                }
            }
            return new Result.Done(erased, left);
        } catch (UnitOfWorkUnavailable down) {
            return new Result.StoreDown();
        }
    }

    private boolean erase(Erasure erasure) {
        UUID person = erasure.person();
        if (person != null && !purge(erasure, person)) {
            return false;
        }
        erasures.finish(erasure.id(), clock.instant());
        return true;
    }

    private boolean purge(Erasure erasure, UUID person) {
        List<PersonalData> left = places.stream()
                .filter(place -> !erasure.hasPurged(place.name()))
                .toList();
        // Now, because whoever hears of the account's end may purge a place before we come to it.
        Map<String, Integer> before =
                left.stream().collect(Collectors.toMap(PersonalData::name, place -> count(place, person)));
        return left.stream().allMatch(place -> purge(erasure, person, place, before.getOrDefault(place.name(), 0)));
    }

    /** As far as it answers: the receipt is not worth waiting for. */
    private static int count(PersonalData place, UUID person) {
        try {
            return place.export(person).values().stream().mapToInt(List::size).sum();
        } catch (PersonalDataUnavailable down) {
            return 0;
        }
    }

    private boolean purge(Erasure erasure, UUID person, PersonalData place, int before) {
        try {
            return switch (place.erase(person)) {
                case Erased.Done(int things) -> {
                    int all = Math.max(things, before);
                    erasures.note(erasure.id(), new Purged(place.name(), all, clock.instant()));
                    yield true;
                }
                case Erased.NotYet(String reason) -> {
                    LOG.warn("erasure {} waits at {}: {}", erasure.id(), place.name(), reason);
                    yield false;
                }
            };
        } catch (PersonalDataUnavailable down) {
            LOG.warn("erasure {} waits at {}, which does not answer", erasure.id(), place.name());
            return false;
        }
    }
}
