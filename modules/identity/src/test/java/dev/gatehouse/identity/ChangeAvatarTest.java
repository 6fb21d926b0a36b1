package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.ChangeAvatar.Command;
import dev.gatehouse.identity.ChangeAvatar.Result;
import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangeAvatarTest {

    private static final AvatarId FIRST = Samples.avatarId();
    private static final AvatarId SECOND = Samples.avatarId();

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();

    @BeforeEach
    void aMinuteLater() {
        identity.clock.advance(Duration.ofMinutes(1));
    }

    private User changed(@Nullable AvatarId avatar) {
        return ((Result.Changed) identity.changeAvatar.handle(new Command(user.id(), avatar))).user();
    }

    @Test
    void theAvatarChangesAndNothingElse() {
        User now = changed(FIRST);
        assertThat(now)
                .isEqualTo(user.withAvatar(FIRST, identity.clock.instant()).withNextVersion());
        assertThat(identity.users.findById(user.id())).contains(now);
    }

    @Test
    void everyChangeIsToldWithWhatWasAndWhatIs() {
        changed(FIRST);
        changed(SECOND);
        changed(null);
        assertThat(identity.eventsOf(user))
                .allSatisfy(event -> assertThat(event.type()).isEqualTo("user.avatar-changed"))
                .extracting(Event::data)
                .containsExactly(
                        Map.of("current", FIRST.toString()),
                        Map.of("previous", FIRST.toString(), "current", SECOND.toString()),
                        Map.of("previous", SECOND.toString()));
    }

    @Test
    void anAvatarThatIsThereAlreadyChangesNothingAndTellsNothing() {
        User once = changed(FIRST);
        assertThat(changed(FIRST)).isEqualTo(once);
        assertThat(identity.eventsOf(user)).hasSize(1);
        User none = changed(null);
        assertThat(changed(null)).isEqualTo(none);
        assertThat(identity.eventsOf(user)).hasSize(2);
    }

    @Test
    void itBelongsToTheCallersUnitOfWork() {
        assertThatThrownBy(() -> identity.work.run(() -> {
                    changed(FIRST);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(identity.users.findById(user.id())).contains(user);
        assertThat(identity.eventsOf(user)).isEmpty();
    }

    @Test
    void ofManyChangesAtOnceEveryPreviousOneIsNamedOnce() {
        InParallel.run(20, number -> changed(Samples.avatarId()));
        var events = identity.eventsOf(user);
        assertThat(events).hasSize(20);
        for (int i = 1; i < 20; i++) {
            assertThat(events.get(i).data().get("previous"))
                    .isEqualTo(events.get(i - 1).data().get("current"));
        }
    }

    @Test
    void aUserWhoIsNotThereIsGone() {
        assertThat(identity.changeAvatar.handle(new Command(Samples.userId(), FIRST)))
                .isEqualTo(new Result.Gone());
    }
}
