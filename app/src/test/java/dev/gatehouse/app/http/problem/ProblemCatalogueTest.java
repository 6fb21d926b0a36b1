package dev.gatehouse.app.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Holds the table of problems in the docs and the code together. */
final class ProblemCatalogueTest {

    @Test
    void theDocsListEveryCodeAsItIs() throws IOException {
        var rows = Files.readAllLines(Path.of("..", "docs", "problems.md")).stream()
                .filter(line -> line.startsWith("| `"));

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(problem -> "| `%s` | %d | %s |"
                                .formatted(problem.code(), problem.status().getCode(), problem.detail()))
                        .toList());
    }
}
