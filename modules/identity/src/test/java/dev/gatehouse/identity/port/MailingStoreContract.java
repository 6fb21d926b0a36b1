package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.MailPurpose.CHANGE_EMAIL;
import static dev.gatehouse.identity.model.MailPurpose.RESET_PASSWORD;
import static dev.gatehouse.identity.model.MailPurpose.VERIFY_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of mailings promises. */
public interface MailingStoreContract {

    MailingStore mailings();

    /** The repository of the users whom they were promised to. */
    IUserRepository users();

    /** The unit of work that both take part in. */
    UnitOfWork work();

    private User someone() {
        User user = Samples.user();
        users().insert(user);
        return user;
    }

    private Mailing put(Mailing mailing) {
        return work().run(() -> {
            mailings().put(mailing);
            return mailing;
        });
    }

    private Mailing linked(User user, MailPurpose purpose) {
        return put(Mailing.linked(user.id(), purpose, user.email(), Samples.mailToken(), Samples.NOW));
    }

    private boolean take(Mailing mailing) {
        return work().run(() -> mailings().take(mailing));
    }

    private static String digest(Mailing mailing) {
        return String.valueOf(mailing.digest());
    }

    @Test
    default void whatWasPutIsFoundByItsUserAndByItsToken() {
        User user = someone();
        Mailing mailing = linked(user, RESET_PASSWORD);
        assertThat(mailings().find(user.id(), RESET_PASSWORD)).contains(mailing);
        assertThat(mailings().findByDigest(digest(mailing))).contains(mailing);
    }

    @Test
    default void theAddressComesBackAsItWasWritten() {
        User user = someone();
        var mailing = put(Mailing.promised(user.id(), CHANGE_EMAIL, Samples.email(), Samples.NOW));
        assertThat(mailings()
                        .find(user.id(), CHANGE_EMAIL)
                        .orElseThrow()
                        .email()
                        .address())
                .isEqualTo(mailing.email().address());
    }

    @Test
    default void whatWasNotPutIsNotFound() {
        User user = someone();
        linked(user, RESET_PASSWORD);
        assertThat(mailings().find(user.id(), VERIFY_EMAIL)).isEmpty();
        assertThat(mailings().find(Samples.userId(), RESET_PASSWORD)).isEmpty();
        assertThat(mailings().findByDigest(Samples.mailToken().digest())).isEmpty();
    }

    @Test
    default void anOldOneIsFoundAsWell() {
        User user = someone();
        var old = put(Mailing.linked(
                user.id(), RESET_PASSWORD, user.email(), Samples.mailToken(), Samples.NOW.minusSeconds(1_000_000)));
        assertThat(mailings().findByDigest(digest(old))).contains(old);
    }

    @Test
    default void aNewerOneOfTheSamePurposeTakesThePlaceOfTheOlder() {
        User user = someone();
        Mailing older = linked(user, RESET_PASSWORD);
        Mailing other = linked(user, VERIFY_EMAIL);
        Mailing newer = linked(user, RESET_PASSWORD);
        assertThat(mailings().findByDigest(digest(older))).isEmpty();
        assertThat(take(older)).isFalse();
        assertThat(mailings().findByDigest(digest(newer))).contains(newer);
        assertThat(mailings().findByDigest(digest(other))).contains(other);
    }

    @Test
    default void onePromisedHasNoLinkAndTakesThePlaceOfOneThatHas() {
        User user = someone();
        Mailing linked = linked(user, CHANGE_EMAIL);
        Mailing promised = put(Mailing.promised(user.id(), CHANGE_EMAIL, Samples.email(), Samples.NOW));
        assertThat(mailings().find(user.id(), CHANGE_EMAIL)).contains(promised);
        assertThat(mailings().findByDigest(digest(linked))).isEmpty();
        assertThat(take(promised)).isFalse();
    }

    @Test
    default void whatWasTakenIsGone() {
        User user = someone();
        Mailing mailing = linked(user, RESET_PASSWORD);
        assertThat(take(mailing)).isTrue();
        assertThat(take(mailing)).isFalse();
        assertThat(mailings().findByDigest(digest(mailing))).isEmpty();
        assertThat(mailings().find(user.id(), RESET_PASSWORD)).isEmpty();
    }

    @Test
    default void ofManyWhoTakeItAtOnceOneHasIt() {
        Mailing mailing = linked(someone(), RESET_PASSWORD);
        assertThat(InParallel.run(20, number -> take(mailing))).containsOnlyOnce(true);
    }

    @Test
    default void whatWasTakenInAUnitThatFailedIsThereStill() {
        Mailing mailing = linked(someone(), RESET_PASSWORD);
        assertThatThrownBy(() -> work().run(() -> {
                    assertThat(mailings().take(mailing)).isTrue();
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(take(mailing)).isTrue();
    }

    @Test
    default void thoseOfSomePurposesAreRemovedAndOthersStay() {
        User user = someone();
        Mailing reset = linked(user, RESET_PASSWORD);
        Mailing change = linked(user, CHANGE_EMAIL);
        Mailing verify = linked(user, VERIFY_EMAIL);
        Mailing others = linked(someone(), RESET_PASSWORD);
        work().run(() -> {
            mailings().remove(user.id(), Set.of(RESET_PASSWORD, CHANGE_EMAIL));
            mailings().remove(user.id(), Set.of(RESET_PASSWORD));
            mailings().remove(Samples.userId(), Set.of(RESET_PASSWORD));
            return true;
        });
        assertThat(mailings().findByDigest(digest(reset))).isEmpty();
        assertThat(mailings().findByDigest(digest(change))).isEmpty();
        assertThat(mailings().findByDigest(digest(verify))).contains(verify);
        assertThat(mailings().findByDigest(digest(others))).contains(others);
    }
}
