package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table of variables in docs/configuration.md and the configuration together. */
final class ConfigurationTableTest {

    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");
    private static final Pattern LOG_FORMAT = Pattern.compile("\\$\\{([A-Z_]+):-");

    @Test
    void everyVariableIsInTheTableAndEveryRowOfTheTableIsAVariable() throws IOException {
        var documented = new TreeSet<String>();
        Files.readAllLines(Path.of("..", "docs", "configuration.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .forEach(cell -> VARIABLE.matcher(cell).results().forEach(match -> documented.add(match.group(1))));
        var read = new TreeSet<String>();
        collect(read, PLACEHOLDER, "application.yml");
        collect(read, PLACEHOLDER, "rate-limits.yml");
        collect(read, LOG_FORMAT, "logback.xml");

        assertThat(documented).isEqualTo(read);
    }

    private static void collect(Set<String> names, Pattern pattern, String resource) throws IOException {
        var text = Files.readString(Path.of("src", "main", "resources", resource));
        pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
    }
}
