package dev.gatehouse.app.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a file, as pages of users. */
final class UserLines implements AutoCloseable {

    /** What the API takes at once. */
    private static final int MOST_ROWS = 1_000;

    /** Less than the API takes at once, which counts escapes, too. */
    private static final int MOST_CHARACTERS = 400_000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** A line that is no JSON object, which nobody need be asked about. */
    record Fault(long line, JsonNode errors) {}

    /**
     * @param lines the number of the line of each row, from 1
     * @param last the number of the last line that is dealt with once the page is
     */
    record Page(List<String> rows, List<Long> lines, List<Fault> faults, long last) {

        String body() {
            return "{\"users\":[" + String.join(",", rows) + "]}";
        }

        long line(int row) {
            return lines.get(row);
        }

        @Override
        public String toString() {
            return "Page[last=" + last + "]";
        }
    }

    private final BufferedReader reader;
    private long line;
    private long bytes;

    private UserLines(BufferedReader reader) {
        this.reader = reader;
    }

    /** The lines after so many. */
    static UserLines of(Path file, long done) throws IOException {
        var lines = new UserLines(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        while (lines.line < done && lines.read() != null) {}
        return lines;
    }

    /** Of the file, so far; about, where lines end in two characters. */
    long bytes() {
        return bytes;
    }

    /** The next page; empty at the end. */
    Optional<Page> next() throws IOException {
        var rows = new ArrayList<String>();
        var lines = new ArrayList<Long>();
        var faults = new ArrayList<Fault>();
        int characters = 0;
        boolean more = true;
        while (more && rows.size() + faults.size() < MOST_ROWS && characters < MOST_CHARACTERS) {
            String text = read();
            more = text != null;
            if (text != null && !text.isBlank()) {
                Optional<String> row = row(text);
                if (row.isPresent()) {
                    rows.add(row.get());
                    lines.add(line);
                    characters += row.get().length();
                } else {
                    faults.add(new Fault(line, fault()));
                }
            }
        }
        return rows.isEmpty() && faults.isEmpty() ? Optional.empty() : Optional.of(new Page(rows, lines, faults, line));
    }

    private @Nullable String read() throws IOException {
        String text = reader.readLine();
        if (text != null) {
            line++;
            bytes += text.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return text;
    }

    private static Optional<String> row(String text) {
        try {
            return text.length() <= MOST_CHARACTERS && JSON.readTree(text) instanceof ObjectNode row
                    ? Optional.of(row.toString())
                    : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static JsonNode fault() {
        return JSON.createArrayNode()
                .add(JSON.createObjectNode()
                        .put("pointer", "")
                        .put("code", "invalid-row")
                        .put("detail", "A line is a JSON object."));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
