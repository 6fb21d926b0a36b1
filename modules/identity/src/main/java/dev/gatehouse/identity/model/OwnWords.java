package dev.gatehouse.identity.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that are about a user, and that whoever guesses at their password tries first.
 *
 * @param words in lower case, each once, the longest first; three characters at least
 */
public record OwnWords(List<String> words) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int SHORTEST = 3;

    public OwnWords {
        words = List.copyOf(words);
    }

    /** Those of a name, and of an address but for the end of its domain. */
    public static OwnWords of(PersonName name, EmailAddress email) {
        String address = email.canonical().substring(0, email.canonical().lastIndexOf('.'));
        return new OwnWords(Stream.of(name.value(), address)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(BETWEEN::splitAsStream)
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Whether a password is made of them for the greater part, whatever stands between. */
    public boolean makeUp(Password password) {
        String all = BETWEEN.matcher(password.value().toLowerCase(Locale.ROOT)).replaceAll("");
        String rest = all;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return !all.isEmpty() && 2 * rest.length() < all.length();
    }

    @Override
    public String toString() {
        return "OwnWords[…]";
    }
}
