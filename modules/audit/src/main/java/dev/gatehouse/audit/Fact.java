package dev.gatehouse.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody did something, or was refused. No secret, and of personal data nothing but ids.
 *
 * @param reason why it was denied, in kebab-case; null for what was done
 * @param actor the user who did it; null where nobody had shown who they are
 * @param subject the user it was done to; null where there is none, or none is known
 * @param contact an HMAC of the address or number that it was about, for where there may be no such user; null for none
 * @param data what else there is to say, flat and short
 */
public record Fact(
        Action action,
        Outcome outcome,
        @Nullable String reason,
        @Nullable UUID actor,
        @Nullable UUID subject,
        @Nullable String contact,
        Map<String, String> data) {

    public Fact {
        data = Map.copyOf(data);
    }

    public static Fact done(Action action) {
        return new Fact(action, Outcome.DONE, null, null, null, null, Map.of());
    }

    public static Fact denied(Action action, String reason) {
        return new Fact(action, Outcome.DENIED, reason, null, null, null, Map.of());
    }

    /** The same, of something that a user did to their own account. */
    public Fact of(UUID user) {
        return by(user).on(user);
    }

    public Fact by(@Nullable UUID newActor) {
        return new Fact(action, outcome, reason, newActor, subject, contact, data);
    }

    public Fact on(@Nullable UUID newSubject) {
        return new Fact(action, outcome, reason, actor, newSubject, contact, data);
    }

    public Fact about(String newContact) {
        return new Fact(action, outcome, reason, actor, subject, newContact, data);
    }

    /** The same with more to say; a null says nothing. */
    public Fact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new HashMap<>(data);
        more.put(name, value.toString());
        return new Fact(action, outcome, reason, actor, subject, contact, more);
    }
}
