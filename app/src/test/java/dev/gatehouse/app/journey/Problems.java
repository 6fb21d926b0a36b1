package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

/** What every answer that is an error has in common (RFC 9457, and ours). */
final class Problems {

    private Problems() {}

    /** Checks that an answer is this problem, whole and with nothing of our insides. */
    static void demand(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.toString()).contains("application/problem+json");
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.at("/type")).isEqualTo("urn:gatehouse:problem:" + code);
        assertThat(answer.at("/status")).isEqualTo(Integer.toString(status));
        assertThat(answer.at("/requestId")).isNotEmpty();
        assertThat(answer.header("X-Request-Id")).contains(answer.at("/requestId"));
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.text())
                .doesNotContain("Exception", "at dev.", "at io.", "com.fasterxml", "micronaut", "netty");
    }
}
