package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.List;
import java.util.Map;

/** Adds many users at once, with what they prove themselves with. */
public interface UserImports {

    /**
     * One of them.
     *
     * @param user new, as {@link User#register} makes one, but for whether the address is confirmed
     */
    record Entry(User user, PasswordHash passwordHash) {

        @Override
        public String toString() {
            return "Entry[user=" + user.id() + "]";
        }
    }

    /**
     * Adds those whose addresses nobody has, in the caller's unit of work; of several with equal addresses one. Whoever
     * has an address already stays as they are. Of any number of parallel calls one adds it, and the others wait for it.
     *
     * <p>Two round trips, however many there are; two more for each time that somebody who has an address is deleted at the
     * same moment.
     *
     * @param entries 1,000 at most, all made at the same instant
     * @return whose each of the addresses is from then on
     * @throws StoreUnavailable when the store does not answer
     */
    Map<EmailAddress, UserId> insert(List<Entry> entries);
}
