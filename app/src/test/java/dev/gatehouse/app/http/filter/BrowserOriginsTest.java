package dev.gatehouse.app.http.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrowserOriginsTest {

    @Test
    void ourOwnAndThoseNamedMayUseCookiesAndOnlyThoseNamedMayReadFromElsewhere() {
        var origins = BrowserOrigins.of("https://ID.example:443/", "https://a.example,  http://localhost:3000 ,");
        assertThat(origins.allow(List.of("https://id.example"))).isTrue();
        assertThat(origins.allow(List.of("https://a.example"))).isTrue();
        assertThat(origins.allow(List.of("http://localhost:3000"))).isTrue();
        assertThat(origins.allow(List.of("https://a.example", "https://a.example")))
                .isFalse();
        assertThat(origins.allow(List.of())).isFalse();
        assertThat(origins.allow(List.of("null"))).isFalse();
        assertThat(origins.mayRead("https://a.example")).isTrue();
        assertThat(origins.mayRead("https://id.example")).isFalse();
        assertThat(origins.mayRead(null)).isFalse();
    }

    @Test
    void withoutNamesThereIsOnlyOurOwn() {
        var origins = BrowserOrigins.of("http://localhost:8080", "");
        assertThat(origins.allow(List.of("http://localhost:8080"))).isTrue();
        assertThat(origins.others()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "a.example",
                "http://a.example",
                "https://a.example/",
                "https://a.example:443",
                "https://A.example",
                "https://",
                "https://user@a.example",
                "https://a.example?x",
                "ftp://a.example",
                "https://*.example"
            })
    void whatABrowserNeverSendsIsNoOrigin(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> BrowserOrigins.of("https://id.example", origin));
    }
}
