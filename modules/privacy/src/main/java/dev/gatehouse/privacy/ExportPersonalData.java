package dev.gatehouse.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers all that is held of a person, wherever it is. */
public final class ExportPersonalData {

    public record Command(UUID person) {}

    public sealed interface Result {
        /**
         * @param places what each holds, by kinds
         */
        record Exported(Map<String, Map<String, List<Held>>> places) implements Result {}
    }

    private final List<PersonalData> places;

    public ExportPersonalData(List<PersonalData> places) {
        this.places = List.copyOf(places);
    }

    /**
     * All or nothing. Each place as of the moment at which it is asked.
     *
     * @throws PersonalDataUnavailable when one does not answer
     */
    public Result handle(Command command) {
        var held = new LinkedHashMap<String, Map<String, List<Held>>>();
        for (PersonalData place : places) {
            Map<String, List<Held>> kinds = place.export(command.person());
            if (!kinds.isEmpty()) {
                held.put(place.name(), kinds);
            }
        }
        return new Result.Exported(held);
    }
}
