package dev.gatehouse.app.wiring;

import dev.gatehouse.identity.model.SmsPolicy;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which telephones get SMS, and how many, as {@code gatehouse.sms.*} in application.yml names it.
 *
 * @param countries codes separated by commas; blank for all
 */
@ConfigurationProperties("gatehouse.sms")
record SmsSettings(String countries, int daily) {

    /** The property that holds {@link MailSettings#SMTP}, {@link #SNS}, or {@link MailSettings#NONE}; blank for a gateway if one is named. */
    static final String CHOICE = "gatehouse.sms.provider";

    static final String SNS = "sns";

    SmsPolicy policy() {
        return new SmsPolicy(prefixes(countries), daily);
    }

    static List<String> prefixes(String countries) {
        return Stream.of(countries.split(",", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
