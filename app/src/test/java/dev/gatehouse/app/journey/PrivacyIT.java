package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is held of people, as they get it, and their wish to be erased, as they make it and take it back. */
final class PrivacyIT {

    private static final Api api = Gatehouse.shared().api();

    private final Person person = Person.live(api);

    @Test
    void anExportHasAllThatIsHeldAndNoSecret() {
        Answer export = person.export();
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Cache-Control")).contains("no-store");
        assertThat(export.header("Content-Disposition")).contains("attachment; filename=\"export.json\"");
        assertThat(export.text()).contains(person.texts());
        assertThat(export.at("/places/account/account/0/id")).isEqualTo(person.id());
        assertThat(export.at("/places/account/passwords/0/hashedWith")).isEqualTo("argon2id");
        assertThat(export.at("/places/account/preferences/0/value")).isEqualTo(person.mark("preference"));
        assertThat(export.at("/places/account/sessions/0/deviceId")).isEqualTo(person.mark("deviceId"));
        assertThat(export.at("/places/account/mailings/0/email")).isEqualTo(person.mark("newEmail"));
        assertThat(export.at("/places/vehicles/vehicles/0/vin")).isEqualTo(person.mark("vin"));
        assertThat(export.at("/places/pictures/pictures/0/object")).contains(person.id());
        assertThat(export.text()).doesNotContain("$argon2id").doesNotContain(Api.PASSWORD);
    }

    @Test
    void anExportIsOfWhoeverCallsAlone() {
        Person other = Person.live(api);
        assertThat(person.export().text()).doesNotContain(other.texts()).doesNotContain(other.id());
        Problems.demand(api.get(Person.PATH + "/export"), 401, "unauthenticated");
    }

    @Test
    void aWishToBeErasedIsMadeShownAndTakenBack() {
        Problems.demand(person.wish(), 404, "not-found");
        Answer wish = person.erase();
        assertThat(wish.status()).isEqualTo(202);
        assertThat(wish.at("/status")).isEqualTo("pending");
        assertThat(wish.header("Location")).contains("/api/erasures/" + wish.at("/id"));
        assertThat(Duration.between(Instant.parse(wish.at("/requestedAt")), Instant.parse(wish.at("/erasesAt"))))
                .isEqualTo(Duration.ofDays(14));
        assertThat(person.wish().body()).isEqualTo(wish.body());
        assertThat(api.get("/api/erasures/" + wish.at("/id")).body()).isEqualTo(wish.body());
        assertThat(person.erase().body()).as("the same again").isEqualTo(wish.body());
        assertThat(person.export().status()).as("the account is as before").isEqualTo(200);

        assertThat(person.undo().status()).isEqualTo(204);
        Problems.demand(person.undo(), 404, "not-found");
        Problems.demand(person.wish(), 404, "not-found");
        Problems.demand(api.get("/api/erasures/" + wish.at("/id")), 404, "not-found");
        assertThat(person.erase().at("/id")).isNotEqualTo(wish.at("/id"));
    }

    @Test
    void whoShowedLongAgoWhoTheyAreShowsItAgain() {
        try (var strict = Gatehouse.start(Map.of("GATEHOUSE_FRESH_FOR", "0"))) {
            var elsewhere = new Person(strict.api(), person.id(), person.token(), person.marks());
            Answer refused = elsewhere.erase();
            Problems.demand(refused, 401, "fresh-authentication-required");
            assertThat(refused.header("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).contains("insufficient_user_authentication"));
        }
        Problems.demand(api.send(api.request(Person.PATH).DELETE()), 401, "unauthenticated");
        Problems.demand(person.wish(), 404, "not-found");
    }

    @Test
    void nobodyTakesBackWhatAnotherWished() {
        person.erase();
        Person other = Person.live(api);
        Problems.demand(other.wish(), 404, "not-found");
        Problems.demand(other.undo(), 404, "not-found");
        assertThat(person.wish().status()).isEqualTo(200);
    }

    @Test
    void whatIsNoReceiptIsNotFound() {
        for (String id : List.of(
                UUID.randomUUID().toString(),
                "-1",
                "0",
                "9223372036854775808",
                "1%00",
                "%5B1%5D",
                person.id(),
                "00000000-0000-0000-0000-000000000000")) {
            Problems.demand(api.get("/api/erasures/" + id), 404, "not-found");
        }
    }
}
