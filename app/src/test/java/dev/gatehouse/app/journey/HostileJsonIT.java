package dev.gatehouse.app.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that no honest client sends: each is refused with the right status, and leaves nothing behind. */
final class HostileJsonIT extends RefusedRegistration {

    /** A valid body but for one member's value. */
    private String but(String member, String value) {
        String others =
                valid("").replaceFirst("\"" + member + "\":\"[^\"]*\",?", "").replace(",}", "}");
        return others.replace("}", ",\"" + member + "\":" + value + "}");
    }

    private Api.Answer post(String json) {
        return api.post(PATH, json);
    }

    @Test
    void aValidBodyIsWhatTheOthersAreMadeOf() {
        assertThat(post(valid("")).status()).isEqualTo(201);
        email = Api.freshEmail();
        assertThat(post(but("name", "\"Ada\"")).status()).isEqualTo(201);
        email = Api.freshEmail();
    }

    static Stream<String> endings() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String brief = """
                ,"x":1} | ,"":1} | ,"name":"Ada"} | ,"\\u006eame":"Ada"} | ,"phone":1e999999} | ,"phone":NaN}\
                 | ,"device":{"x":1}} | ,"device":{"id":1}} | ,"device":"phone"} | ,"device":[]} | ,"device":true}\
                 | } {} | }x | }] | }} | }, | ,} | /* */} | ,"phone":"\0"}""";
        return Stream.concat(
                Stream.of(brief.split(" \\| ")),
                Stream.of(
                        ",\"x\":" + deep + "}", ",\"phone\":" + deep + "}", ",\"phone\":" + "9".repeat(60_000) + "}"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void aBodyThatEndsOtherwiseIsMalformed(String ending) {
        Problems.demand(post(valid("").replaceFirst("}$", "") + ending), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password", "name", "phone"})
    void onlyATextIsAText(String member) {
        for (String value :
                List.of("1", "1.5", "-0", "1e999999", "true", "[]", "[\"a\"]", "[null]", "{}", "{\"a\":1}")) {
            Problems.demand(post(but(member, value)), 400, "malformed-request");
        }
    }

    @Test
    void whatIsNoObjectIsMalformed() {
        for (String body : List.of(
                "",
                " ",
                "hello",
                "[]",
                "[" + valid("") + "]",
                valid("").replace("}", ""),
                "\"text\"",
                "null",
                "1",
                "{'email':1}",
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000),
                "\"" + valid("").replace("\"", "\\\"") + "\"")) {
            Problems.demand(post(body), 400, "malformed-request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "\\u0000"})
    void halfCharactersAndNulAreInvalidInEveryField(String escape) {
        for (String value : List.of("\"%s@example.com\"", "\"ada@%s.example\"", "\"ada%s@example.com\"")) {
            Problems.demand(post(but("email", value.formatted(escape))), 400, "invalid-input");
        }
        Problems.demand(post(but("name", "\"Ada" + escape + "\"")), 400, "invalid-input");
        Problems.demand(post(but("phone", "\"+41791" + escape + "34567\"")), 400, "invalid-input");
        Problems.demand(post(but("device", "{\"id\":\"a" + escape + "\"}")), 400, "invalid-input");
        Problems.demand(post(but("device", "{\"name\":\"a" + escape + "\"}")), 400, "invalid-input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void jsonIsUtf8(String charset) {
        byte[] body = valid("").getBytes(Charset.forName(charset));
        for (String type : List.of("application/json", "application/json; charset=" + charset)) {
            Problems.demand(post(BodyPublishers.ofByteArray(body), "Content-Type", type), 400, "malformed-request");
        }
        byte[] latin = valid("").replace("Ada", "Zo\u00eb").getBytes(ISO_8859_1);
        Problems.demand(
                post(BodyPublishers.ofByteArray(latin), "Content-Type", "application/json"), 400, "malformed-request");
    }
}
