package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.identity.port.InParallel;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that its client has named is done once, however often it comes. */
final class IdempotencyIT {

    private static final Api api = Gatehouse.shared().api();
    private static final Users administrator = Users.administrator(api);

    private final Users user = Users.member(api);
    private final String key = UUID.randomUUID().toString();

    private Answer add(Users owner, String body, String name) {
        return api.post(Vehicles.PATH, body, "Authorization", "Bearer " + owner.token(), "Idempotency-Key", name);
    }

    private static Answer invite(String body, String name) {
        return api.post(Users.PATH, body, "Authorization", "Bearer " + administrator.token(), "Idempotency-Key", name);
    }

    private List<String> vehicles() {
        return Sql.column("SELECT id FROM vehicle.vehicles WHERE owner_id = ?::uuid", user.id());
    }

    private static void demandSame(Answer first, Answer again) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isPresent();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isPresent();
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.headers().keySet()).isEqualTo(first.headers().keySet());
        assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    }

    @Test
    void theSameAgainIsAnsweredTheSameThoughTheVehicleChangedSince() {
        String body = Vehicles.body();
        Answer first = add(user, body, key);
        assertThat(first.status()).isEqualTo(201);
        new Vehicles(api, user.id(), user.token()).update(first.at("/id"), Vehicles.body());
        demandSame(first, add(user, body, key));
        demandSame(first, add(user, " " + body.replace(",", " , "), key));
        assertThat(vehicles()).hasSize(1);
    }

    @Test
    void anAccountIsMadeOnceAndItsOwnerInvitedOnce() {
        String body = Users.invitation(Api.freshEmail());
        Answer first = invite(body, key);
        assertThat(first.status()).isEqualTo(201);
        demandSame(first, invite(body, key));
        Problems.demand(invite(Users.invitation(Api.freshEmail()), key), 422, "idempotency-key-reused");
        Problems.demand(invite(body, key + "2"), 409, "email-taken");
    }

    @Test
    void somethingElseUnderTheSameNameIsRefused() {
        add(user, Vehicles.body(), key);
        Problems.demand(add(user, Vehicles.body(), key), 422, "idempotency-key-reused");
        assertThat(vehicles()).hasSize(1);
    }

    @Test
    void theNameIsTheCallersOwnAndTheRoutesOwn() {
        String body = Vehicles.body();
        Answer first = add(user, body, key);
        Answer strangers = add(Users.member(api), body, key);
        assertThat(strangers.status()).isEqualTo(201);
        assertThat(strangers.at("/id")).isNotEqualTo(first.at("/id"));
        assertThat(add(administrator, Vehicles.body(), key).status()).isEqualTo(201);
        assertThat(invite(Users.invitation(Api.freshEmail()), key).status()).isEqualTo(201);
    }

    @Test
    void ofTwentyAtOnceOneIsDoneAndAllAreAnsweredAlike() {
        String body = Vehicles.body();
        var answers = InParallel.run(20, number -> {
            Answer answer = add(user, body, key);
            while (answer.status() == 503) {
                answer = add(user, body, key);
            }
            return answer;
        });
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(vehicles()).hasSize(1);
    }

    @Test
    void whatWasRefusedMayBeTriedAgainUnderTheSameName() {
        String vin = Vehicles.freshVin();
        String first = add(user, Vehicles.body(vin, "ZH 1"), key + "1").at("/id");
        Problems.demand(add(user, Vehicles.body(vin, "ZH 2"), key), 409, "vin-taken");
        Problems.demand(add(user, "{}", key), 400, "invalid-input");
        new Vehicles(api, user.id(), user.token()).remove(first);
        assertThat(add(user, Vehicles.body(vin, "ZH 2"), key).status()).isEqualTo(201);
    }

    @Test
    void withoutANameItIsDoneAsOftenAsItComes() {
        var vehicles = new Vehicles(api, user.id(), user.token());
        String body = Vehicles.body();
        assertThat(vehicles.add(body).status()).isEqualTo(201);
        Problems.demand(vehicles.add(body), 409, "vin-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b"})
    void whatIsNoNameIsRefused(String name) {
        Answer refused = add(user, Vehicles.body(), name);
        Problems.demand(refused, 400, "invalid-input");
        assertThat(refused.at("/errors/0/code")).isEqualTo("invalid-idempotency-key");
        assertThat(vehicles()).isEmpty();
    }

    @Test
    void aNameHas255CharactersAtMost() {
        Problems.demand(add(user, Vehicles.body(), "k".repeat(256)), 400, "invalid-input");
        assertThat(add(user, Vehicles.body(), "k".repeat(255)).status()).isEqualTo(201);
    }
}
