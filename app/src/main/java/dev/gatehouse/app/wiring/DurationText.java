package dev.gatehouse.app.wiring;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads durations as operators write them: {@code 30s}, {@code 15m}, {@code 12h}, {@code 7d}, or bare seconds. */
@Singleton
final class DurationText implements TypeConverter<String, Duration> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)?");

    @Override
    public Optional<Duration> convert(String text, Class<Duration> type, ConversionContext context) {
        Optional<Duration> read = read(text);
        if (read.isEmpty()) {
            context.reject(text, new IllegalArgumentException("not a duration like 30s, 15m, 12h, 7d: " + text));
        }
        return read;
    }

    /** Empty for a text that is none. */
    static Optional<Duration> read(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(form.group(1));
        String unit = form.group(2) == null ? "s" : form.group(2);
        return Optional.of(
                switch (unit) {
                    case "ms" -> Duration.ofMillis(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> Duration.ofSeconds(number);
                });
    }
}
