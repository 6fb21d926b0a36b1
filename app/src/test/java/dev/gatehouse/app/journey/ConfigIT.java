package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.journey.Api.Answer;
import dev.gatehouse.events.Event;
import dev.gatehouse.settings.model.SectionName;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Settings that operators give to clients, as both meet them. */
final class ConfigIT {

    private static final Api api = Gatehouse.shared().api();
    private static final String ADMIN = Vehicles.ofAdministrator(api).token();

    private final String section = "test-" + UUID.randomUUID();
    private final Config config = new Config(api, ADMIN);

    private Answer put(String body) {
        return config.put(section, body);
    }

    private Answer put(String body, String ifMatch) {
        return config.put(section, body, "If-Match", ifMatch);
    }

    private static void demandInvalid(Answer answer, String pointer, String code) {
        Problems.demand(answer, 400, "invalid-input");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void whatAnAdministratorWritesEverybodyReadsBeforeTheyLogIn() {
        Problems.demand(config.get(section), 404, "not-found");

        Answer written = put("{\"support\":\"help@example.com\",\"chat\":\"on\"}");

        assertThat(written.status()).isEqualTo(200);
        assertThat(written.header("ETag")).contains("\"1\"");
        Answer read = config.get(section);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).contains("\"1\"");
        assertThat(read.text())
                .isEqualTo(
                        "{\"section\":\"%s\",\"entries\":{\"chat\":\"on\",\"support\":\"help@example.com\"},\"version\":1}"
                                .formatted(section))
                .isEqualTo(written.text());
    }

    @Test
    void aLaterWriteReplacesAllAndIsReadAtOnce() {
        put("{\"chat\":\"on\",\"calls\":\"on\"}");
        assertThat(config.get(section).at("/entries/calls")).isEqualTo("on");
        put("{\"chat\":\"off\"}");
        assertThat(config.get(section).body().at("/entries").toString()).isEqualTo("{\"chat\":\"off\"}");
    }

    @Test
    void aChangeOfAVersionThatIsNotThereIsNotMade() {
        Answer early = put("{}", "\"1\"");
        Problems.demand(early, 412, "version-mismatch");
        assertThat(early.header("ETag")).contains("\"0\"");
        assertThat(put("{\"chat\":\"on\"}", "\"0\"").status()).isEqualTo(200);
        Answer late = put("{\"chat\":\"off\"}", "\"0\"");
        Problems.demand(late, 412, "version-mismatch");
        assertThat(late.header("ETag")).contains("\"1\"");
        assertThat(put("{\"chat\":\"off\"}", "\"1\"").at("/version")).isEqualTo("2");
        assertThat(config.get(section).at("/entries/chat")).isEqualTo("off");
    }

    @Test
    void whatIsRemovedIsGoneAtOnceAndItsVersionsDoNotComeBack() {
        put("{\"chat\":\"on\"}");
        assertThat(config.get(section).status()).isEqualTo(200);

        assertThat(config.delete(section).status()).isEqualTo(204);

        Problems.demand(config.get(section), 404, "not-found");
        Problems.demand(config.delete(section), 404, "not-found");
        assertThat(put("{}").at("/version")).isEqualTo("3");
        assertThat(config.get(section).at("/version")).isEqualTo("3");
    }

    @Test
    void onlyAdministratorsWrite() {
        var member = new Config(api, api.register().accessToken());
        Problems.demand(member.put(section, "{}"), 403, "forbidden");
        Problems.demand(member.delete(section), 403, "forbidden");
        Problems.demand(api.put(Config.ADMIN_PATH + section, "{}"), 401, "unauthenticated");
        Problems.demand(config.get(section), 404, "not-found");
    }

    @Test
    void whatIsNoSettingIsRefusedByItsName() {
        demandInvalid(put("{\"chat\":true}"), "/chat", "not-a-text");
        demandInvalid(put("{\"a/b\":\"\"}"), "/a~1b", "invalid-setting-key");
        demandInvalid(put("{\"chat\":\"a\\nb\"}"), "/chat", "invalid-setting-value");
        demandInvalid(config.put("Mobile", "{}"), "/section", "invalid-section");
        var many = new StringBuilder("{\"0\":\"\"");
        for (int i = 1; i <= 100; i++) {
            many.append(",\"").append(i).append("\":\"\"");
        }
        demandInvalid(put(many + "}"), "", "too-many-settings");
    }

    @Test
    void whatIsNoNameIsTheNameOfNothing() {
        for (String name : new String[] {"Mobile", "a%7D:%7Bb", "%00", "a".repeat(65), "ä", "a%2Fb"}) {
            assertThat(api.get("/api/config/" + name).status()).as(name).isEqualTo(404);
        }
        Problems.demand(config.delete("Mobile"), 404, "not-found");
    }

    @Test
    void eachChangeIsTold() {
        put("{}");
        put("{}", "\"7\"");
        config.delete(section);
        assertThat(JourneyEvents.of("settings.changed", new SectionName(section).subject()))
                .extracting(Event::data)
                .containsExactly(
                        Map.of("section", section, "version", "1"), Map.of("section", section, "version", "2"));
    }
}
