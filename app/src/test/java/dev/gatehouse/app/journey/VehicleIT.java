package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.identity.port.InParallel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Vehicles of a user, over HTTP. */
final class VehicleIT {

    private static final Api api = Gatehouse.shared().api();
    private static final Vehicles administrator = Vehicles.ofAdministrator(api);

    private final Vehicles owner = Vehicles.ofUser(api);
    private final Vehicles stranger = Vehicles.ofUser(api);

    @Test
    void aVehicleIsAddedReadChangedAndRemoved() {
        Answer added = owner.add("""
                {"vin":"1m8gdm9axkp042788","make":"MCI","model":"102A3","year":1989,"licensePlate":"BUS 1"}""");

        assertThat(added.status()).isEqualTo(201);
        String id = added.at("/id");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(added.header("Location")).contains("/api/vehicles/" + id);
        assertThat(added.header("ETag")).contains("\"1\"");
        assertThat(added.header("Cache-Control")).contains("no-store");
        assertThat(added.text()).isEqualTo("""
                        {"id":"%1$s","ownerId":"%2$s","vin":"1M8GDM9AXKP042788","make":"MCI","model":"102A3","year":1989,\
                        "licensePlate":"BUS 1","warnings":[],"createdAt":"%3$s","updatedAt":"%3$s","version":1}""".formatted(id, owner.id(), added.at("/createdAt")));
        assertThat(owner.read(id).text()).isEqualTo(added.text());

        Answer updated = owner.update(id, Vehicles.body("1M8GDM9AXKP042788", "ZH 7"), "\"1\"");
        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.header("ETag")).contains("\"2\"");
        assertThat(updated.at("/licensePlate")).isEqualTo("ZH 7");
        assertThat(updated.at("/make")).isEqualTo("Citroën");
        assertThat(owner.read(id).text()).isEqualTo(updated.text());

        assertThat(owner.remove(id).status()).isEqualTo(204);
        Problems.demand(owner.read(id), 404, "not-found");
        Problems.demand(owner.remove(id), 404, "not-found");
    }

    @Test
    void aVinWithoutCheckDigitIsTakenWithAWarning() {
        Answer added = owner.add(Vehicles.body());
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().at("/warnings")).hasSize(1);
        assertThat(added.at("/warnings/0/pointer")).isEqualTo("/vin");
        assertThat(added.at("/warnings/0/code")).isEqualTo("vin-check-digit");
        assertThat(owner.read(added.at("/id")).text()).isEqualTo(added.text());
    }

    @Test
    void aStrangersVehicleIsAsOneThatIsNotThere() {
        String theirs = owner.added();
        String nobodys = UUID.randomUUID().toString();
        String body = Vehicles.body();

        alike(stranger.read(theirs), stranger.read(nobodys), theirs, nobodys);
        alike(stranger.update(theirs, body), stranger.update(nobodys, body), theirs, nobodys);
        alike(stranger.update(theirs, body, "\"1\""), stranger.update(nobodys, body, "\"1\""), theirs, nobodys);
        alike(stranger.update(theirs, body, "\"7\""), stranger.update(nobodys, body, "\"7\""), theirs, nobodys);
        alike(stranger.remove(theirs), stranger.remove(nobodys), theirs, nobodys);
        for (String list : List.of("/api/users/%s/vehicles", "/api/vehicles?ownerId=%s")) {
            alike(stranger.get(list.formatted(owner.id())), stranger.get(list.formatted(nobodys)), owner.id(), nobodys);
        }

        assertThat(owner.read(theirs).at("/version")).isEqualTo("1");
    }

    /** But for what was asked for, and the request. */
    private static void alike(Answer foreign, Answer missing, String theirs, String nobodys) {
        Problems.demand(foreign, 404, "not-found");
        assertThat(withoutRequestId(foreign).replace(theirs, nobodys)).isEqualTo(withoutRequestId(missing));
        assertThat(foreign.headers().keySet()).isEqualTo(missing.headers().keySet());
    }

    private static String withoutRequestId(Answer answer) {
        return answer.text().replace(answer.at("/requestId"), "");
    }

    @Test
    void whatIsNoIdIsTheIdOfNothing() {
        for (Vehicles user : List.of(owner, administrator)) {
            for (String id : List.of("x", "1", "%20", "..%2f", owner.id() + "0")) {
                Problems.demand(user.read(id), 404, "not-found");
                Problems.demand(user.update(id, Vehicles.body()), 404, "not-found");
                Problems.demand(user.remove(id), 404, "not-found");
            }
        }
        Problems.demand(owner.get("/api/users/x/vehicles"), 404, "not-found");
    }

    @Test
    void anAdministratorSeesAndChangesWhatIsAnybodys() {
        String id = owner.added();
        assertThat(administrator.read(id).text()).isEqualTo(owner.read(id).text());
        assertThat(administrator.update(id, Vehicles.body()).at("/ownerId")).isEqualTo(owner.id());
        assertThat(administrator.remove(id).status()).isEqualTo(204);
    }

    @Test
    void everybodyListsTheirOwnAndAnAdministratorAll() {
        List<String> own = Stream.generate(owner::added).limit(3).toList();
        List<String> strangers = List.of(stranger.added());

        assertThat(all(owner, "/api/vehicles?limit=2")).isEqualTo(own);
        assertThat(all(owner, "/api/vehicles?limit=3")).isEqualTo(own);
        assertThat(all(owner, "/api/users/" + owner.id() + "/vehicles?limit=1")).isEqualTo(own);
        assertThat(all(stranger, "/api/vehicles?ownerId=" + stranger.id())).isEqualTo(strangers);
        assertThat(all(administrator, "/api/vehicles?ownerId=" + owner.id())).isEqualTo(own);
        assertThat(all(administrator, "/api/users/" + owner.id() + "/vehicles")).isEqualTo(own);
        assertThat(all(administrator, "/api/vehicles?limit=200"))
                .containsSubsequence(own)
                .containsAll(strangers)
                .doesNotHaveDuplicates();
        assertThat(administrator
                        .get("/api/vehicles?ownerId=" + UUID.randomUUID())
                        .text())
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
        assertThat(owner.get("/api/vehicles").body().at("/items/1"))
                .isEqualTo(owner.read(own.get(1)).body());
    }

    /** The ids on all pages of a list. */
    private static List<String> all(Vehicles user, String path) {
        var ids = new ArrayList<String>();
        String cursor = "";
        do {
            Answer page = user.get(path + cursor);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            page.body().at("/items").forEach(item -> ids.add(item.at("/id").asText()));
            cursor = page.body().get("nextCursor").isNull()
                    ? ""
                    : (path.contains("?") ? "&after=" : "?after=") + page.at("/nextCursor");
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void aChangeForAnotherVersionIsRefused() {
        String id = owner.added();
        for (String tag : List.of("\"2\"", "\"0\"", "W/\"1\"", "1", "x")) {
            Answer refused = owner.update(id, Vehicles.body(), tag);
            Problems.demand(refused, 412, "version-mismatch");
            assertThat(refused.header("ETag")).contains("\"1\"");
        }
        assertThat(owner.update(id, Vehicles.body(), "*").header("ETag")).contains("\"2\"");
        assertThat(owner.update(id, Vehicles.body()).header("ETag")).contains("\"3\"");
    }

    @Test
    void anOwnerHasAVinOnceAndOthersDoNotHearOfIt() {
        String vin = Vehicles.freshVin();
        assertThat(owner.add(Vehicles.body(vin, "ZH 1")).status()).isEqualTo(201);

        Problems.demand(owner.add(Vehicles.body(vin, "ZH 2")), 409, "vin-taken");
        Problems.demand(owner.update(owner.added(), Vehicles.body(vin, "ZH 2")), 409, "vin-taken");
        assertThat(stranger.add(Vehicles.body(vin, "ZH 2")).status()).isEqualTo(201);
    }

    @Test
    void ofTwoAtOnceOneAddsAndOneChanges() {
        String vin = Vehicles.freshVin();
        var added = InParallel.run(2, number -> owner.add(Vehicles.body(vin, "ZH " + number)));
        assertThat(added).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        String id = all(owner, "/api/vehicles").getFirst();

        var updated = InParallel.run(2, number -> owner.update(id, Vehicles.body(vin, "BE " + number), "\"1\""));
        assertThat(updated).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(owner.read(id).at("/version")).isEqualTo("2");
    }

    @Test
    void anOwnerHasAHundredAtMost() {
        Sql.column("""
                INSERT INTO vehicle.vehicles (id, owner_id, version, created_at, updated_at, model_year, vin, make, model,
                    license_plate)
                SELECT gen_random_uuid(), ?, 1, now(), now(), 2000, 'WVWZZZ1JY' || lpad(n::text, 8, '0'), 'a', 'b', 'c'
                FROM generate_series(1, 99) AS n
                RETURNING id
                """, owner.uuid());
        String last = owner.added();
        Problems.demand(owner.add(Vehicles.body()), 409, "too-many-vehicles");
        assertThat(owner.remove(last).status()).isEqualTo(204);
        assertThat(owner.add(Vehicles.body()).status()).isEqualTo(201);
    }
}
