package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.identity.RequestErasure.Result;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.privacy.Erasure;
import dev.gatehouse.privacy.InMemoryErasures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The wish to be erased: that it is its owner's, and that it may be taken back. */
final class ErasureTest {

    private static final Duration GRACE = Duration.ofDays(14);

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final InMemoryErasures erasures = new InMemoryErasures(identity.work);
    private final RequestErasure requestErasure = new RequestErasure(
            identity.users,
            identity.rights,
            erasures,
            identity.events,
            identity.audit,
            identity.work,
            identity.ids,
            identity.clock,
            GRACE);
    private final UndoErasure undoErasure =
            new UndoErasure(erasures, identity.events, identity.audit, identity.work, identity.ids, identity.clock);
    private final User user = identity.member();

    private static Caller caller(User user) {
        return new Caller(user.id(), Samples.sessionId(), user.role());
    }

    private Result requested(User by) {
        return requestErasure.handle(new RequestErasure.Command(caller(by)));
    }

    private UndoErasure.Result undone() {
        return undoErasure.handle(new UndoErasure.Command(caller(user)));
    }

    private Optional<Erasure> wish() {
        return erasures.findOf(user.id().value());
    }

    private List<String> told() {
        return identity.eventsOf(user).stream().map(Event::type).toList();
    }

    @Test
    void whoAsksIsToBeErasedAndHearsOfIt() {
        Result result = requested(user);
        Erasure wish = wish().orElseThrow();
        assertThat(result).isEqualTo(new Result.Requested(wish));
        assertThat(wish.requestedAt()).isEqualTo(Samples.NOW);
        assertThat(wish.dueAt()).isEqualTo(Samples.NOW.plus(GRACE));
        assertThat(identity.eventsOf(user, "user.erasure-requested"))
                .extracting(Event::data)
                .containsExactly(Map.of("dueAt", "2026-01-16T03:04:05.678901Z"));
        assertThat(identity.users.findById(user.id()))
                .as("nothing is erased yet")
                .contains(user);
    }

    @Test
    void whoIsGoneWishesNothing() {
        assertThat(requested(Samples.user())).isEqualTo(new Result.Gone());
    }

    @Test
    void whoAsksAgainHasTheSameWish() {
        Result first = requested(user);
        identity.clock.advance(Duration.ofDays(1));
        assertThat(requested(user)).isEqualTo(first);
        assertThat(told()).containsExactly("user.erasure-requested");
    }

    @Test
    void ofManyWhoAskAtOnceOneIsToldOf() {
        var results = InParallel.run(5, number -> requested(user));
        assertThat(results.stream().distinct()).hasSize(1);
        assertThat(told()).containsExactly("user.erasure-requested");
    }

    @Test
    void aWishIsTakenBackOnce() {
        requested(user);
        assertThat(undone()).isEqualTo(new UndoErasure.Result.Undone());
        assertThat(wish()).isEmpty();
        assertThat(undone()).isEqualTo(new UndoErasure.Result.NotFound());
        assertThat(told()).containsExactly("user.erasure-requested", "user.erasure-undone");
        assertThat(identity.audit.of(Action.ERASURE_UNDO))
                .containsExactly(Fact.done(Action.ERASURE_UNDO).of(user.id().value()));
    }

    @Test
    void theLastAdministratorStaysAndOneOfTwoMayGo() {
        User first = administrator();
        assertThat(requested(first)).isEqualTo(new Result.LastAdministrator());
        administrator();
        assertThat(requested(first)).isInstanceOf(Result.Requested.class);
    }

    private User administrator() {
        User member = identity.member();
        return identity.users.save(member.withRights(Role.ADMIN, member.status(), identity.clock.instant()));
    }
}
