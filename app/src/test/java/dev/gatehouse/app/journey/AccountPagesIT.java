package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that links lead to come from here alone, and run nothing but the one script. */
final class AccountPagesIT {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private static final Api api = Gatehouse.shared().api();

    @ParameterizedTest
    @CsvSource({"reset-password, /api/auth/password/reset", "confirm-email, /api/auth/email/verify"})
    void aPageLoadsWhatIsThereAndNothingElse(String name, String path) {
        var page = api.get("/account/" + name);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.text())
                .contains("data-path=\"" + path + "\"")
                .doesNotContain("://", "<style", "style=", "onclick", "javascript:")
                .doesNotContainPattern("<script(?![^>]* src=)");
        var references = REFERENCE.matcher(page.text()).results().toList();
        assertThat(references).hasSize(2).allSatisfy(reference -> assertThat(
                        api.get("/account/" + reference.group(1)).status())
                .isEqualTo(200));
    }

    @Test
    void theScriptPutsNothingIntoThePageAsMarkup() {
        var script = api.get("/account/page.js");
        assertThat(script.header("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(script.text()).doesNotContain("innerHTML", "eval(", "document.write", "://");
        assertThat(api.get("/account/page.css").header("Content-Type")).contains("text/css; charset=utf-8");
    }

    @Test
    void thereIsNothingElse() {
        Problems.demand(api.get("/account/application.yml"), 404, "not-found");
        Problems.demand(api.get("/account/../application.yml"), 404, "not-found");
    }
}
