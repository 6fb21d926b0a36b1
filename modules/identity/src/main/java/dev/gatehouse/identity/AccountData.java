package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.StoreUnavailable;
import dev.gatehouse.identity.port.UserRecords;
import dev.gatehouse.identity.port.UserRecords.UserRecord;
import dev.gatehouse.privacy.Erased;
import dev.gatehouse.privacy.Held;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataUnavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The account of a person, with its sessions, preferences, devices and links. Without it nobody gets in any more. */
public final class AccountData implements PersonalData {

    private final UserRecords records;
    private final UserDeletion deletion;
    private final AuditLog audit;
    private final UnitOfWork work;

    public AccountData(UserRecords records, UserDeletion deletion, AuditLog audit, UnitOfWork work) {
        this.records = records;
        this.deletion = deletion;
        this.audit = audit;
        this.work = work;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Map<String, List<Held>> export(UUID person) {
        try {
            var kinds = new LinkedHashMap<String, List<Held>>();
            for (UserRecord record : records.list(new UserId(person))) {
                kinds.computeIfAbsent(record.kind(), kind -> new ArrayList<>()).add(new Held(record.values()));
            }
            return kinds;
        } catch (StoreUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }

    @Override
    public Erased erase(UUID person) {
        try {
            int things = records.list(new UserId(person)).size();
            return work.run(() -> switch (deletion.delete(new UserId(person))) {
                case DELETED -> {
                    audit.record(Fact.done(Action.USER_ERASE).on(person));
                    yield new Erased.Done(things);
                }
                case NOBODY -> new Erased.Done(0);
                case LAST_ADMINISTRATOR -> {
                    audit.record(
                            Fact.denied(Action.USER_ERASE, "last-administrator").on(person));
                    yield new Erased.NotYet("there would be no administrator who may log in");
                }
            });
        } catch (StoreUnavailable | UnitOfWorkUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }
}
