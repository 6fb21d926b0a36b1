package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vehicles that nobody should have: each is refused for what is wrong with it, and leaves nothing behind. */
final class HostileVehicleIT {

    private static final Api api = Gatehouse.shared().api();

    private final Vehicles owner = Vehicles.ofUser(api);

    private void nothingIsThere() {
        assertThat(Sql.column("SELECT id FROM vehicle.vehicles WHERE owner_id = ?", owner.uuid()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'vin':'WVWZZZ1JZ0000000' | /vin | invalid-vin",
                "'vin':'WVWZZZ1JZ0000000I' | /vin | invalid-vin",
                "'vin':'WVWZZZ1JZ0000 001' | /vin | invalid-vin",
                "'vin':null | /vin | required",
                "'make':'' | /make | invalid-make",
                "'make':'<script>' | /make | invalid-make",
                "'model':'\\u0000' | /model | invalid-model",
                "'model':'a\\u202eb' | /model | invalid-model",
                "'model':'\\ud800' | /model | invalid-model",
                "'year':1885 | /year | invalid-year",
                "'year':2101 | /year | invalid-year",
                "'year':-2147483648 | /year | invalid-year",
                "'licensePlate':'a\\nb' | /licensePlate | invalid-license-plate",
                "'licensePlate':'; DROP TABLE vehicle.vehicles' | /licensePlate | invalid-license-plate",
            })
    void whatIsNoVehicleIsRefusedByItsPointer(String member, String pointer, String code) {
        Answer refused = owner.add(but(member.replace('\'', '"')));

        Problems.demand(refused, 400, "invalid-input");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(refused.at("/errors/0/code")).isEqualTo(code);
        nothingIsThere();
    }

    /** A valid body but for one member. */
    private static String but(String member) {
        String name = member.substring(0, member.indexOf(':'));
        return Vehicles.body().replaceFirst(name + ":(\"[^\"]*\"|[0-9]+)", member.replace("\\", "\\\\"));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(owner.add("{}").body().at("/errors")).hasSize(5);
        assertThat(owner.add("{\"vin\":\"x\",\"make\":\"\",\"model\":\"\",\"year\":0,\"licensePlate\":\"\"}")
                        .body()
                        .at("/errors"))
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\":1",
                "\"id\":\"0190d5f1-7a2b-7c3d-8e4f-00000000000a\"",
                "\"ownerId\":\"0190d5f1-7a2b-7c3d-8e4f-00000000000a\"",
                "\"owner\":null",
                "\"version\":7",
                "\"warnings\":[]",
                "\"createdAt\":null",
                "\"plate\":\"ZH 1\"",
                "\"VIN\":\"1M8GDM9AXKP042788\"",
                "\"make\":\"again\""
            })
    void nobodySetsWhatTheyWereNotAskedFor(String member) {
        String body = Vehicles.body().replaceFirst("}$", "," + member + "}");
        Problems.demand(owner.add(body), 400, "malformed-request");
        nothingIsThere();
        String id = owner.added();
        Problems.demand(owner.update(id, body), 400, "malformed-request");
        assertThat(owner.read(id).at("/version")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1978\"", "1978.0", "1.978e3", "99999999999", "true", "[1978]", "{}"})
    void onlyANumberIsAYear(String year) {
        Problems.demand(owner.add(but("\"year\":" + year)), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{"})
    void whatIsNoObjectIsMalformed(String body) {
        Problems.demand(owner.add(body), 400, "malformed-request");
        Problems.demand(owner.update(owner.added(), body), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=201", "limit=-1", "limit=x", "limit=1e2", "limit=", "after=x", "ownerId=x"})
    void aPageThatCannotBeIsRefused(String query) {
        Answer answer = owner.get("/api/vehicles?" + query);
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void whoeverIsNobodySeesNothing() {
        String id = owner.added();
        var nobody = new Vehicles(api, owner.id(), "x");
        for (Answer answer : List.of(
                nobody.get("/api/vehicles"),
                nobody.get("/api/users/" + owner.id() + "/vehicles"),
                nobody.read(id),
                nobody.add(Vehicles.body()),
                nobody.update(id, Vehicles.body()),
                nobody.remove(id))) {
            Problems.demand(answer, 401, "unauthenticated");
        }
    }
}
