package dev.gatehouse.identity.model;

import java.util.List;

/**
 * Which telephones get SMS, and how many there are of them a day: each one costs money, and strangers ask for them.
 *
 * @param prefixes country codes, or longer beginnings of numbers, without the plus sign; none for all countries
 * @param daily SMS a day (UTC), all telephones together
 */
public record SmsPolicy(List<String> prefixes, int daily) {

    public SmsPolicy {
        if (!prefixes.stream().allMatch(prefix -> prefix.matches("[1-9][0-9]{0,14}"))) {
            throw new IllegalArgumentException("country codes are digits without the plus sign, separated by commas");
        }
        if (daily < 1) {
            throw new IllegalArgumentException("at least 1 SMS a day");
        }
        prefixes = List.copyOf(prefixes);
    }

    public boolean serves(PhoneNumber number) {
        return prefixes.isEmpty()
                || prefixes.stream().anyMatch(prefix -> number.value().startsWith(prefix, 1));
    }
}
