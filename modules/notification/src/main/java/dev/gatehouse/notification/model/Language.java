package dev.gatehouse.notification.model;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** A language that messages are written in. */
public enum Language {
    EN("minute", "minutes", "hour", "hours", "day", "days"),
    DE("Minute", "Minuten", "Stunde", "Stunden", "Tag", "Tage");

    private final String minute;
    private final String minutes;
    private final String hour;
    private final String hours;
    private final String day;
    private final String days;

    Language(String minute, String minutes, String hour, String hours, String day, String days) {
        this.minute = minute;
        this.minutes = minutes;
        this.hour = hour;
        this.hours = hours;
        this.day = day;
        this.days = days;
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

    /** A length of time in days if it is two or more, else in hours or minutes, each whole: "7 days", "24 hours". */
    public String say(Duration length) {
        long count = length.toMinutes();
        if (length.toDays() > 1 && length.equals(Duration.ofDays(length.toDays()))) {
            return say(length.toDays(), day, days);
        }
        return count % 60 == 0 ? say(count / 60, hour, hours) : say(count, minute, minutes);
    }

    private static String say(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
