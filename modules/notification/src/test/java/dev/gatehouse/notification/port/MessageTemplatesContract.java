package dev.gatehouse.notification.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.notification.model.Content;
import dev.gatehouse.notification.model.Email;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Sms;
import dev.gatehouse.notification.model.Template;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the words of every message keep to. */
public interface MessageTemplatesContract {

    /** What a name may be at its worst, and more: there is nothing that any engine could take for its own. */
    String HOSTILE = "<b onclick=\"x\">&'{{7*7}}{% raw %}{# x #}${7*7}#{7*7}<%= 7*7 %>";

    MessageTemplates templates();

    private static Email email(Template template, Language language, UnaryOperator<String> value) {
        var values = template.valueNames().stream().collect(Collectors.toMap(name -> name, value));
        return new Email(UUID.randomUUID(), EmailAddress.of("ada@example.com"), language, template, values);
    }

    private Content compose(Template template, Language language) {
        return templates().compose(email(template, language, "-the-%s-"::formatted));
    }

    private static Sms sms(Language language) {
        return new Sms(UUID.randomUUID(), PhoneNumber.of("+41791234567"), language, "482913", Duration.ofMinutes(1439));
    }

    @ParameterizedTest
    @EnumSource
    default void everyMailIsThereInEveryLanguageWithAllItsValuesInBothParts(Template template) {
        for (Language language : Language.values()) {
            Content content = compose(template, language);

            assertThat(content.html()).startsWith("<!DOCTYPE html>").contains("lang=\"" + language.tag() + "\"");
            assertThat(Stream.of(content.text(), content.html())).allSatisfy(part -> assertThat(part)
                    .contains(template.valueNames().stream()
                            .map("-the-%s-"::formatted)
                            .toList())
                    .doesNotContain("{{", "}}", "{%", "%}", "null"));
            assertThat(content.text()).doesNotContain("<", "&amp;", "&#");
        }
    }

    @ParameterizedTest
    @EnumSource
    default void noTwoLanguagesSayTheSame(Template template) {
        assertThat(Stream.of(Language.values()).map(language -> compose(template, language)))
                .doesNotHaveDuplicates()
                .extracting(Content::subject)
                .doesNotHaveDuplicates();
        assertThat(Stream.of(Language.values()).map(language -> templates().compose(sms(language))))
                .doesNotHaveDuplicates();
    }

    @Test
    default void mailsAreToldApartByTheirSubjects() {
        for (Language language : Language.values()) {
            assertThat(Stream.of(Template.values())
                            .map(template -> compose(template, language).subject()))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    default void aValueIsShownAsItIsAndNeverRead(Template template) {
        for (Language language : Language.values()) {
            Content content = templates().compose(email(template, language, name -> HOSTILE));

            assertThat(content.text()).contains(HOSTILE);
            assertThat(content.html())
                    .doesNotContain("<b onclick", "onclick=\"", "<%=", "&'")
                    .contains("&lt;b onclick", "{{7*7}}{% raw %}{# x #}${7*7}#{7*7}");
        }
    }

    @ParameterizedTest
    @EnumSource
    default void aSubjectHoldsNoValueButACode(Template template) {
        for (Language language : Language.values()) {
            String subject = compose(template, language).subject();

            assertThat(template.valueNames().stream().filter(name -> !name.equals("code")))
                    .noneMatch(subject::contains);
        }
    }

    @ParameterizedTest
    @EnumSource
    default void anSmsIsOneMessageWithCodeAndPeriod(Language language) {
        Sms sms = sms(language);

        assertThat(templates().compose(sms))
                .contains(sms.code(), language.say(sms.validFor()))
                .matches("[A-Za-z0-9 .,:;!?'()@&%+\\-/äöüÄÖÜßé]{1,160}");
    }
}
