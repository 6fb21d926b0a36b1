package dev.gatehouse.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over a server that takes every row but those without a name, and can be told to stop. */
final class ImportCommandTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Map<String, String> variables = new HashMap<>(Map.of("GATEHOUSE_TOKEN", "good"));
    private final ImportPeer peer = new ImportPeer();
    private Path file = Path.of("users.jsonl");

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void start() {
        file = directory.resolve("users.jsonl");
    }

    @AfterEach
    void stop() {
        peer.close();
    }

    private int run(boolean rewrites) {
        var terminal = new Terminal(new PrintStream(output, true, StandardCharsets.UTF_8), rewrites);
        return ImportCommand.run(
                List.of(file.toString(), peer.url()), name -> variables.getOrDefault(name, ""), terminal);
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private static String line(int number) {
        return "{\"email\":\"%07d@example.com\",\"name\":\"N\",\"passwordHash\":\"h\"}".formatted(number);
    }

    private void write(int lines) throws IOException {
        Files.write(
                file,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(ImportCommandTest::line)
                        .toList());
    }

    private Path beside(String ending) {
        return Path.of(file + ending);
    }

    @Test
    void allLinesAreSentByThePage() throws IOException {
        write(2_500);
        assertThat(run(false)).isZero();
        assertThat(peer.pages()).containsExactly(1_000, 1_000, 500);
        assertThat(output())
                .endsWith("2,500 imported, 0 were there, 0 refused.\n")
                .contains("100 %  2,500 rows");
        assertThat(beside(".resume")).doesNotExist();
    }

    @Test
    void aRunThatBrokeOffGoesOnWhereItWas() throws IOException {
        write(2_500);
        peer.answerOnly(2);
        assertThat(run(false)).isOne();
        assertThat(output()).contains("Run the same again to go on.");
        assertThat(beside(".resume")).hasContent("2000");
        peer.answerOnly(Integer.MAX_VALUE);
        assertThat(run(false)).isZero();
        assertThat(peer.pages()).containsExactly(1_000, 1_000, 500);
        assertThat(output()).contains("Going on after line 2000.").endsWith("500 imported, 0 were there, 0 refused.\n");
        assertThat(beside(".resume")).doesNotExist();
    }

    @Test
    void whatIsRefusedIsWrittenBesideWithItsLineAndNothingOfTheLine() throws IOException {
        Files.write(
                file,
                List.of(
                        line(1),
                        "no JSON",
                        "",
                        "[1]",
                        line(5),
                        "{\"email\":\"canary\"}",
                        "{\"a\":1,\"a\":2}",
                        line(8)));
        assertThat(run(false)).isZero();
        assertThat(Files.readAllLines(beside(".refused")))
                .satisfiesExactlyInAnyOrder(
                        refusal ->
                                assertThat(refusal).startsWith("{\"line\":2,").contains("invalid-row"),
                        refusal ->
                                assertThat(refusal).startsWith("{\"line\":4,").contains("invalid-row"),
                        refusal ->
                                assertThat(refusal).startsWith("{\"line\":6,").contains("required"),
                        refusal ->
                                assertThat(refusal).startsWith("{\"line\":7,").contains("invalid-row"))
                .noneMatch(refusal -> refusal.contains("canary"));
        assertThat(output()).contains("3 imported, 0 were there, 4 refused (");
    }

    @Test
    void aTerminalSeesOneBarThatGrows() throws IOException {
        write(2_000);
        assertThat(run(true)).isZero();
        assertThat(output().split("\r", -1)).hasSize(3);
        assertThat(output())
                .contains("\r[###############...............]  50 %  1,000 rows")
                .contains("\r[##############################] 100 %  2,000 rows");
    }

    @Test
    void aFileIsToldOfEachTenthOnce() throws IOException {
        write(100_000);
        assertThat(run(false)).isZero();
        assertThat(output().lines()).hasSize(11);
    }

    @Test
    void whoIsToldToComeLaterDoes() throws IOException {
        write(1);
        peer.answerLaterOnce();
        assertThat(run(false)).isZero();
        assertThat(peer.pages()).containsExactly(1);
    }

    @Test
    void aTokenThatRanOutIsReplacedByALogIn() throws IOException {
        write(1);
        variables.put("GATEHOUSE_TOKEN", "old");
        variables.put("GATEHOUSE_ADMIN_EMAIL", "root@example.com");
        variables.put("GATEHOUSE_ADMIN_PASSWORD", "Copper-Lantern-77");
        assertThat(run(false)).isZero();
        assertThat(peer.pages()).containsExactly(1);
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() throws IOException {
        write(1);
        variables.put("GATEHOUSE_TOKEN", "");
        assertThat(run(false)).isOne();
        assertThat(output()).contains("GATEHOUSE_ADMIN_EMAIL");
        file = directory.resolve("nothing");
        assertThat(run(false)).isOne();
        assertThat(output()).contains("is no file.");
    }

    @Test
    void withoutAFileItSaysHowItIsUsed() {
        var terminal = new Terminal(new PrintStream(output, true, StandardCharsets.UTF_8), false);
        for (List<String> arguments : List.of(List.<String>of(), List.of("-h"), List.of("a", "b", "c"))) {
            assertThat(ImportCommand.run(arguments, name -> "", terminal)).isEqualTo(2);
        }
        assertThat(output()).contains("usage: import FILE [URL]");
    }
}
