package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Backlog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.FixedOrigins;
import dev.gatehouse.audit.InMemoryAuditStore;
import dev.gatehouse.audit.Stamp;
import dev.gatehouse.audit.StampingAuditLog;
import dev.gatehouse.audit.WriteBacklog;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SearchAuditTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryAuditStore store = new InMemoryAuditStore(identity.work);
    private final Backlog backlog = new Backlog(9);
    private final Stamp stamp = new Stamp(identity.ids::next, identity.clock);
    private final AuditLog log = new StampingAuditLog(store, backlog, identity.work, new FixedOrigins(), stamp);
    private final SearchAudit searchAudit =
            new SearchAudit(identity.users, identity.contactHash, new WriteBacklog(backlog, store, stamp), store);
    private final User user = identity.member();

    private SearchAudit.Result.Page search(@Nullable UserId who, @Nullable UUID after, int limit) {
        return (SearchAudit.Result.Page)
                searchAudit.handle(new SearchAudit.Command(who, null, null, null, null, null, after, limit));
    }

    @Test
    void whatWasRefusedAMomentAgoIsFound() {
        Fact locked = Fact.denied(Action.LOG_IN, "locked").about(identity.contactHash.of(user.email()));
        log.record(locked);
        assertThat(search(user.id(), null, 9).entries()).singleElement().satisfies(entry -> assertThat(entry.fact())
                .isEqualTo(locked));
    }

    @Test
    void pagesFollowEachOtherAndTheLastSaysSo() {
        for (int number = 0; number < 3; number++) {
            log.record(Fact.done(Action.LOG_OUT).of(user.id().value()).with("number", number));
        }
        var first = search(null, null, 2);
        assertThat(first.entries())
                .extracting(entry -> entry.fact().data().get("number"))
                .containsExactly("2", "1");
        var second = search(null, first.next(), 2);
        assertThat(second.entries())
                .extracting(entry -> entry.fact().data().get("number"))
                .containsExactly("0");
        assertThat(second.next()).isNull();
    }

    @Test
    void ofAUserWhoIsGoneIsFoundWhatNamesThem() {
        UUID gone = UUID.randomUUID();
        log.record(Fact.done(Action.REGISTER).of(gone));
        assertThat(search(new UserId(gone), null, 9).entries()).hasSize(1);
    }
}
