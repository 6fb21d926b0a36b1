package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UserCursorsTest {

    private static final UserSearch ADA = new UserSearch(EmailPrefix.of("ada"), null);
    private static final UserSearch NAMED_ADA = new UserSearch(null, NamePrefix.of("ada"));

    private final UserCursors cursors = new UserCursors(Samples.masterKey());
    private final UserPlace place = new UserPlace("ada@example.com", Samples.userId());
    private final String cursor = cursors.seal(ADA, place);

    @Test
    void whatWasSealedIsOpenedAgainOnEveryInstance() {
        assertThat(new UserCursors(Samples.masterKey()).open(ADA, cursor)).contains(place);
        var named = new UserPlace("ada öztürk 🦊", Samples.userId());
        assertThat(cursors.open(NAMED_ADA, cursors.seal(NAMED_ADA, named))).contains(named);
        var plain = new UserPlace("", Samples.userId());
        assertThat(cursors.open(UserSearch.ALL, cursors.seal(UserSearch.ALL, plain)))
                .contains(plain);
    }

    @Test
    void aCursorIsOfItsSearchAlone() {
        Stream.of(UserSearch.ALL, NAMED_ADA, new UserSearch(EmailPrefix.of("ad"), null))
                .forEach(other -> assertThat(cursors.open(other, cursor)).isEmpty());
    }

    @Test
    void whoeverHoldsItReadsNothingOfIt() {
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
                .doesNotContain("ada", "example");
        assertThat(place.toString()).doesNotContain("ada@");
    }

    @Test
    void oneThatWasChangedAnywhereIsRefused() {
        for (int at = 0; at < cursor.length(); at++) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
            assertThat(cursors.open(ADA, changed)).as(changed).isEmpty();
        }
    }

    @Test
    void textsThatNobodySealedAreRefused() {
        Stream.of(
                        "",
                        "x",
                        "====",
                        cursor + "=",
                        cursor + "A",
                        cursor.substring(1),
                        " " + cursor,
                        "A".repeat(5_000),
                        "\0")
                .forEach(text -> assertThat(cursors.open(ADA, text)).as(text).isEmpty());
        var stranger = new UserCursors(
                MasterKey.of(Base64.getEncoder().encodeToString("x".repeat(32).getBytes(StandardCharsets.US_ASCII))));
        assertThat(cursors.open(ADA, stranger.seal(ADA, place))).isEmpty();
    }
}
