package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.http.problem.ProblemCode;
import dev.gatehouse.audit.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the tables of docs/audit.md, the actions, and the problems that are denials together. */
final class AuditTableTest {

    private static final Set<Integer> DENIALS = Set.of(401, 403, 429);

    /** The first cells of the rows below a heading of a table. */
    private static List<String> rows(String heading) throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "audit.md")).stream()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("`", -1)[1])
                .toList();
    }

    @Test
    void everyActionHasItsRow() throws IOException {
        assertThat(rows("action"))
                .containsExactlyElementsOf(
                        Stream.of(Action.values()).map(Action::text).toList());
    }

    @Test
    void everyAnswerThatDeniesHasItsRow() throws IOException {
        assertThat(rows("code"))
                .containsExactlyElementsOf(Stream.of(ProblemCode.values())
                        .filter(code -> DENIALS.contains(code.status().getCode()) || code == ProblemCode.NOT_FOUND)
                        .map(ProblemCode::code)
                        .toList());
    }
}
