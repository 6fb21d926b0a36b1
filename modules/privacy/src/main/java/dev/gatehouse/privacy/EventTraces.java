package dev.gatehouse.privacy;

import dev.gatehouse.events.DeadLetter;
import dev.gatehouse.events.DeadLetters;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events about a person that nobody could deal with, and that would stay for ever. They say no more than ids. */
public final class EventTraces implements PersonalData {

    private final DeadLetters letters;

    public EventTraces(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Map<String, List<Held>> export(UUID person) {
        try {
            List<Held> held =
                    letters.listOf(person).stream().map(EventTraces::held).toList();
            return held.isEmpty() ? Map.of() : Map.of("deadLetters", held);
        } catch (UnitOfWorkUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }

    private static Held held(DeadLetter letter) {
        return Held.NOTHING
                .with("type", letter.event().type())
                .with("occurredAt", letter.event().occurredAt())
                .with("handler", letter.handler())
                .with("reason", letter.reason())
                .with("deadAt", letter.deadAt());
    }

    @Override
    public Erased erase(UUID person) {
        try {
            return new Erased.Done(letters.forget(person));
        } catch (UnitOfWorkUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }
}
