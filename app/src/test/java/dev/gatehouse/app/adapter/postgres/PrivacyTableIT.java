package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds what docs/privacy.md says of tables and the database together: a new table must say what of people it holds. */
final class PrivacyTableIT {

    private static final Pattern TABLE = Pattern.compile("`([a-z]+\\.[a-z_]+)`");

    @Test
    void everyTableSaysWhatOfPeopleItHoldsAndHowThatGoes() throws IOException {
        var documented = new TreeSet<String>();
        Files.readAllLines(Path.of("..", "docs", "privacy.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .forEach(cell -> TABLE.matcher(cell).results().forEach(match -> documented.add(match.group(1))));
        assertThat(documented).isEqualTo(new TreeSet<>(TestPostgres.query("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                """)));
    }
}
