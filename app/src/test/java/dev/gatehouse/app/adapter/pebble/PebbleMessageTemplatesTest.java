package dev.gatehouse.app.adapter.pebble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Template;
import dev.gatehouse.notification.port.MessageTemplates;
import dev.gatehouse.notification.port.MessageTemplatesContract;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PebbleMessageTemplatesTest implements MessageTemplatesContract {

    private static final EmailAddress TO = EmailAddress.of("ada@example.com");

    private final PebbleMessageTemplates templates = new PebbleMessageTemplates("Böll & Söhne");

    @Override
    public MessageTemplates templates() {
        return templates;
    }

    private Content welcome(String name) {
        return templates.compose(Email.welcome(UUID.randomUUID(), TO, PersonName.of(name), Language.DE));
    }

    @Test
    void whoseMailItIsStandsInSubjectAndBothPartsEscapedWhereItMustBe() {
        Content content = welcome("Ada");

        assertThat(content.subject()).isEqualTo("Willkommen bei Böll & Söhne");
        assertThat(content.text()).contains("Ihr Konto bei Böll & Söhne").endsWith("-- \nBöll & Söhne");
        assertThat(content.html())
                .contains("<title>Willkommen bei Böll &amp; Söhne</title>", "Ihr Konto bei Böll &amp; Söhne");
    }

    @Test
    void aNameIsEscapedOnce() {
        Content content = welcome("Tom & <Jerry>");

        assertThat(content.text()).startsWith("Willkommen, Tom & <Jerry>!");
        assertThat(content.html()).contains(">Willkommen, Tom &amp; &lt;Jerry&gt;!</h1>");
    }

    @Test
    void aLinkIsWholeInBothParts() {
        var link = URI.create("https://id.example/reset?a=1&b=2#t0ken");

        Content content = templates.compose(Email.passwordReset(
                UUID.randomUUID(), TO, PersonName.of("Ada"), Language.EN, link, Duration.ofHours(1)));

        assertThat(content.text()).contains("\n" + link + "\n").contains("for 1 hour");
        assertThat(content.html()).contains("<a href=\"https://id.example/reset?a=1&amp;b=2#t0ken\"");
    }

    @ParameterizedTest
    @EnumSource
    void aPageLoadsNothingAndRunsNothing(Template template) {
        for (Language language : Language.values()) {
            var values = template.valueNames().stream().collect(Collectors.toMap(name -> name, name -> "value"));
            String html = templates
                    .compose(new Email(UUID.randomUUID(), TO, language, template, Map.copyOf(values)))
                    .html();

            assertThat(html)
                    .doesNotContain("<img", "<script", "<link", "src=", "url(", "@import", "http")
                    .contains("</html>", "role=\"presentation\"", "prefers-color-scheme: dark");
        }
    }
}
