package dev.gatehouse.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one part of the house holds of people. Each part that holds something has one, and whatever is a bean is asked.
 *
 * <p>People are named by the ids of users. Both methods may throw {@link PersonalDataUnavailable}, and are called outside of
 * any unit of work.
 */
public interface PersonalData {

    /** What it is called in exports and receipts, for example {@code vehicles}; 1 to 64 of a to z and -. */
    String name();

    /**
     * All that is held of a person, by kinds; nothing for somebody nobody knows. Of secrets it says that there are, and not
     * what they are; copies of what is held elsewhere are not told again.
     */
    Map<String, List<Held>> export(UUID person);

    /**
     * Erases all that is held of a person, for good. Idempotent: whoever is erased, or was never known, has nothing to
     * erase. What it removed before it threw stays removed.
     *
     * <p>Ids and times may stay for a while, where others must still hear of what has ended.
     */
    Erased erase(UUID person);
}
