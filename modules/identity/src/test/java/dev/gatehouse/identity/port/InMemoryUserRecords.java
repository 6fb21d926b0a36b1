package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists what other fakes keep of users, and can be told to fail. */
public final class InMemoryUserRecords implements UserRecords {

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final PreferenceStore preferences;
    private final SessionDirectory sessions;
    private volatile boolean failing;

    public InMemoryUserRecords(
            IUserRepository users,
            CredentialStore credentials,
            PreferenceStore preferences,
            SessionDirectory sessions) {
        this.users = users;
        this.credentials = credentials;
        this.preferences = preferences;
        this.sessions = sessions;
    }

    public void failing(boolean isFailing) {
        failing = isFailing;
    }

    @Override
    public List<UserRecord> list(UserId user) {
        if (failing) {
            throw new StoreUnavailable(new IllegalStateException("told to fail"));
        }
        return users.findById(user).map(this::records).orElseGet(List::of);
    }

    private List<UserRecord> records(User user) {
        var records = new ArrayList<UserRecord>();
        records.add(new UserRecord("account", account(user)));
        credentials
                .findByUser(user.id())
                .map(credential -> credential.passwordHash().phc().split("\\$", 3)[1])
                .ifPresent(kind -> records.add(new UserRecord("passwords", Map.of("hashedWith", kind))));
        preferences.find(user.id()).ifPresent(found -> new TreeMap<>(found.entries())
                .forEach((key, value) ->
                        records.add(new UserRecord("preferences", Map.of("key", key, "value", value)))));
        sessions.listLive(user.id()).forEach(session -> records.add(new UserRecord("sessions", session(session))));
        return records;
    }

    private static Map<String, Object> account(User user) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", user.id().toString());
        values.put("email", user.email().address());
        values.put("emailVerified", user.emailVerified());
        values.put("name", user.name().value());
        put(values, "phone", user.phone() == null ? null : user.phone().value());
        values.put("createdAt", user.createdAt());
        return values;
    }

    private static Map<String, Object> session(Session session) {
        Device device = session.device();
        var values = new LinkedHashMap<String, Object>();
        values.put("id", session.id().toString());
        put(values, "deviceName", device.name());
        values.put("userAgent", device.userAgent());
        values.put("address", device.address());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
