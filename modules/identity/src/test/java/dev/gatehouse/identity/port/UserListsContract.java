package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.EmailPrefix;
import dev.gatehouse.identity.model.NamePrefix;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
import dev.gatehouse.identity.model.UserPlace;
import dev.gatehouse.identity.model.UserSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every repository of users promises of its lists. */
public interface UserListsContract {

    IUserRepository users();

    private User inserted(String email, String name) {
        User user = User.register(Samples.userId(), EmailAddress.of(email), PersonName.of(name), null, NOW);
        users().insert(user);
        return user;
    }

    private User inserted() {
        return inserted(Samples.email().address(), "Ada Lovelace");
    }

    private static String fresh() {
        return "x" + UUID.randomUUID().toString().replace("-", "");
    }

    private static UserSearch byEmail(String prefix) {
        return new UserSearch(EmailPrefix.of(prefix), null);
    }

    private static UserSearch byName(String prefix) {
        return new UserSearch(null, NamePrefix.of(prefix));
    }

    /** Those on all pages of a search, which must each but the last be full. */
    private List<UserId> all(UserSearch search, int limit) {
        var ids = new ArrayList<UserId>();
        UserPlace after = null;
        do {
            UserPage page = users().list(search, after, limit);
            ids.addAll(page.ids());
            after = page.next();
            if (after != null) {
                assertThat(page.ids()).hasSize(limit).endsWith(after.id());
            }
        } while (after != null);
        return ids;
    }

    private static List<UserId> ids(User... users) {
        return Stream.of(users).map(User::id).toList();
    }

    @Test
    default void pagesLeadThroughAllUsersOnceInTheOrderOfTheirIds() {
        List<UserId> some =
                Stream.generate(this::inserted).limit(5).map(User::id).toList();
        List<UserId> all = all(UserSearch.ALL, 2);
        assertThat(all).containsAll(some).doesNotHaveDuplicates();
        assertThat(all.stream().map(UserId::toString)).isSorted();
        assertThat(users().list(UserSearch.ALL, new UserPlace("", all.getLast()), 2))
                .isEqualTo(new UserPage(List.of(), null));
    }

    @Test
    default void aPageShowsWhoJustCameAndNobodyWhoIsGone() {
        User before = inserted();
        var place = new UserPlace("", before.id());
        assertThat(users().list(UserSearch.ALL, place, 200).ids()).doesNotContain(before.id());
        User after = Stream.generate(Samples::user)
                .filter(user -> IUserRepository.ORDER.compare(user, before) > 0)
                .findFirst()
                .orElseThrow();
        users().insert(after);
        assertThat(users().list(UserSearch.ALL, place, 200).ids()).contains(after.id());
        users().delete(after.id());
        assertThat(users().list(UserSearch.ALL, place, 200).ids()).doesNotContain(after.id());
    }

    @Test
    default void anAddressIsFoundByWhatItBeginsWithInTheOrderOfAddresses() {
        String start = fresh();
        User third = inserted(start + ".c@example.com", "A");
        User first = inserted(start + ".a@Example.com", "B");
        User second = inserted(start.toUpperCase(Locale.ROOT) + ".B@example.com", "C");
        inserted("a" + start + "@example.com", "D");
        for (int limit : new int[] {1, 2, 3, 200}) {
            assertThat(all(byEmail(start), limit)).isEqualTo(ids(first, second, third));
        }
        assertThat(all(byEmail(start + ".b"), 2)).isEqualTo(ids(second));
        assertThat(all(byEmail(first.email().address()), 2)).isEqualTo(ids(first));
        assertThat(all(byEmail(start + "/"), 2)).isEmpty();
    }

    @Test
    default void aNameIsFoundByWhatItBeginsWithInWhateverCaseInTheOrderOfNames() {
        String start = fresh();
        User third = inserted(Samples.email().address(), start + " Öztürk");
        User first = inserted(Samples.email().address(), start + " ada");
        User second = inserted(Samples.email().address(), start.toUpperCase(Locale.ROOT) + " GRACE");
        for (int limit : new int[] {1, 2, 3, 200}) {
            assertThat(all(byName(start), limit)).isEqualTo(ids(first, second, third));
        }
        assertThat(all(byName(start + " öZ"), 2)).isEqualTo(ids(third));
        assertThat(all(byName(start + " %"), 2)).isEmpty();
        assertThat(all(byName(start + " _da"), 2)).isEmpty();
    }

    /** Of this sign, folding makes eighteen. */
    @Test
    default void aNameThatGrowsWhenItIsFoldedIsFound() {
        String name = Character.toString(0xFDFA).repeat(60) + fresh();
        User user = inserted(Samples.email().address(), name);
        assertThat(all(byName(name), 2)).contains(user.id());
    }

    @Test
    default void ofOneNameAllAreFoundInTheOrderOfTheirIds() {
        String name = fresh();
        List<UserId> same = Stream.generate(() -> inserted(Samples.email().address(), name))
                .limit(5)
                .map(User::id)
                .toList();
        List<UserId> found = all(byName(name), 2);
        assertThat(found).containsExactlyInAnyOrderElementsOf(same);
        assertThat(found.stream().map(UserId::toString)).isSorted();
    }

    @Test
    default void whoIsLookedForByAddressAndNameHasBoth() {
        String start = fresh();
        inserted(start + ".a@example.com", "Ada");
        User grace = inserted(start + ".b@example.com", "Grace");
        inserted(fresh() + "@example.com", "Grace");
        assertThat(all(new UserSearch(EmailPrefix.of(start), NamePrefix.of("gra")), 1))
                .isEqualTo(ids(grace));
    }

    @Test
    default void aPlaceIsAPlaceThoughItsUserIsGoneOrHasAnotherName() {
        String start = fresh();
        User first = inserted(start + ".a@example.com", start + " a");
        User second = inserted(start + ".b@example.com", start + " b");
        var byEmail = users().list(byEmail(start), null, 1);
        var byName = users().list(byName(start), null, 1);
        users().save(first.withProfile(PersonName.of("Zoe"), null, NOW));
        assertThat(users().list(byName(start), byName.next(), 1).ids()).isEqualTo(ids(second));
        users().delete(first.id());
        assertThat(users().list(byEmail(start), byEmail.next(), 1).ids()).isEqualTo(ids(second));
    }
}
