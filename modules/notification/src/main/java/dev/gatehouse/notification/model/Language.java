package dev.gatehouse.notification.model;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** A language that messages are written in. */
public enum Language {
    EN("minute", "minutes", "hour", "hours"),
    DE("Minute", "Minuten", "Stunde", "Stunden");

    private final String minute;
    private final String minutes;
    private final String hour;
    private final String hours;

    Language(String minute, String minutes, String hour, String hours) {
        this.minute = minute;
        this.minutes = minutes;
        this.hour = hour;
        this.hours = hours;
    }

    /** The language that a locale asks for, whatever its region; English for all that are not spoken here. */
    public static Language of(Locale locale) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(locale.getLanguage()))
                .findFirst()
                .orElse(EN);
    }

    /** Its BCP 47 tag, for example {@code de}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A length of time in whole hours if it is, else in minutes: "24 hours", "1 Stunde". */
    public String say(Duration length) {
        long count = length.toMinutes();
        return count % 60 == 0 ? say(count / 60, hour, hours) : say(count, minute, minutes);
    }

    private static String say(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
