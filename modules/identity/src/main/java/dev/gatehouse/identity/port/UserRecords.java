package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.UserId;
import java.util.List;
import java.util.Map;

/** All that is kept of users, as they themselves may see it. Never cached. */
public interface UserRecords {

    /**
     * One thing that is kept.
     *
     * @param kind for example {@code sessions}
     * @param values texts, numbers, truths and instants by their names
     */
    record UserRecord(String kind, Map<String, Object> values) {

        @Override
        public String toString() {
            return "UserRecord[" + kind + "]";
        }
    }

    /**
     * Lists all that is kept of a user, one kind after the other; nothing when there is no such user. Of secrets it says
     * that there are, and not what they are. Cost: one round trip a kind, or one for nobody.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    List<UserRecord> list(UserId user);
}
