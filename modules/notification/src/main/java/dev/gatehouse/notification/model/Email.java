package dev.gatehouse.notification.model;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.RecoveryCode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A mail to one person, by what it means; its words come from the template.
 *
 * @param id that of the event it comes from: two mails of one id are the same mail sent twice
 * @param values what the template is filled with; it may hold a secret, such as a link or a code
 */
public record Email(UUID id, EmailAddress to, Language language, Template template, Map<String, String> values) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Email {
        values = Map.copyOf(values);
        if (!values.keySet().equals(template.valueNames())) {
            throw new IllegalArgumentException(template + " is made of other values than " + values.keySet());
        }
    }

    public static Email welcome(UUID id, EmailAddress to, PersonName name, Language language) {
        return new Email(id, to, language, Template.WELCOME, Map.of("name", name.value()));
    }

    /**
     * @param link where the address is confirmed; its host comes from the settings, never from a request
     */
    public static Email welcomeUnverified(
            UUID id, EmailAddress to, PersonName name, Language language, URI link, Duration validFor) {
        return new Email(id, to, language, Template.WELCOME_UNVERIFIED, linked(name, language, link, validFor));
    }

    /**
     * @param link where the first password is chosen; its host comes from the settings, never from a request
     */
    public static Email invitation(
            UUID id, EmailAddress to, PersonName name, Language language, URI link, Duration validFor) {
        return new Email(id, to, language, Template.INVITATION, linked(name, language, link, validFor));
    }

    /**
     * @param link where the address is confirmed; its host comes from the settings, never from a request
     */
    public static Email verifyEmail(
            UUID id, EmailAddress to, PersonName name, Language language, URI link, Duration validFor) {
        return new Email(id, to, language, Template.VERIFY_EMAIL, linked(name, language, link, validFor));
    }

    /**
     * @param link where a new password is set; its host comes from the settings, never from a request
     */
    public static Email passwordReset(
            UUID id, EmailAddress to, PersonName name, Language language, URI link, Duration validFor) {
        return new Email(id, to, language, Template.PASSWORD_RESET, linked(name, language, link, validFor));
    }

    public static Email passwordChanged(UUID id, EmailAddress to, PersonName name, Language language, Instant at) {
        var values = Map.of("name", name.value(), "time", TIME.format(at));
        return new Email(id, to, language, Template.PASSWORD_CHANGED, values);
    }

    /**
     * @param link where the new address is confirmed; its host comes from the settings, never from a request
     */
    public static Email changeEmail(
            UUID id, EmailAddress to, PersonName name, Language language, URI link, Duration validFor) {
        return new Email(id, to, language, Template.CHANGE_EMAIL, linked(name, language, link, validFor));
    }

    public static Email emailChangeRequested(UUID id, EmailAddress to, PersonName name, Language language, Instant at) {
        var values = Map.of("name", name.value(), "time", TIME.format(at));
        return new Email(id, to, language, Template.EMAIL_CHANGE_REQUESTED, values);
    }

    /**
     * @param until when it may be taken back
     */
    public static Email erasureRequested(UUID id, EmailAddress to, PersonName name, Language language, Instant until) {
        var values = Map.of("name", name.value(), "time", TIME.format(until));
        return new Email(id, to, language, Template.ERASURE_REQUESTED, values);
    }

    public static Email accountExists(UUID id, EmailAddress to, PersonName name, Language language) {
        return new Email(id, to, language, Template.ACCOUNT_EXISTS, Map.of("name", name.value()));
    }

    /**
     * @param device its name or, where it has none, what it says of itself
     * @param address from where it signed in
     */
    public static Email newDevice(
            UUID id, EmailAddress to, PersonName name, Language language, String device, String address, Instant at) {
        var values = Map.of("name", name.value(), "device", device, "address", address, "time", TIME.format(at));
        return new Email(id, to, language, Template.NEW_DEVICE, values);
    }

    public static Email code(UUID id, EmailAddress to, Language language, String code, Duration validFor) {
        return new Email(id, to, language, Template.CODE, Map.of("code", code, "validFor", language.say(validFor)));
    }

    public static Email secondFactorOn(UUID id, EmailAddress to, PersonName name, Language language, Instant at) {
        var values = Map.of("name", name.value(), "time", TIME.format(at));
        return new Email(id, to, language, Template.SECOND_FACTOR_ON, values);
    }

    public static Email secondFactorOff(UUID id, EmailAddress to, PersonName name, Language language, Instant at) {
        var values = Map.of("name", name.value(), "time", TIME.format(at));
        return new Email(id, to, language, Template.SECOND_FACTOR_OFF, values);
    }

    /**
     * @param left how many codes are on the list by now
     */
    public static Email recoveryCodeUsed(
            UUID id, EmailAddress to, PersonName name, Language language, int left, Instant at) {
        var template = left > RecoveryCode.FEW ? Template.RECOVERY_CODE_USED : Template.FEW_RECOVERY_CODES;
        var values = Map.of("name", name.value(), "time", TIME.format(at), "left", Integer.toString(left));
        return new Email(id, to, language, template, values);
    }

    private static Map<String, String> linked(PersonName name, Language language, URI link, Duration validFor) {
        return Map.of("name", name.value(), "link", link.toString(), "validFor", language.say(validFor));
    }

    /** Whom it is for and what is in it is nobody else's business. */
    @Override
    public String toString() {
        return "Email[" + id + ", " + template + "]";
    }
}
