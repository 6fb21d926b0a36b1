package dev.gatehouse.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One run over one file. */
final class FileImport {

    private final Path file;
    private final ImportClient client;
    private final Terminal terminal;

    FileImport(Path file, ImportClient client, Terminal terminal) {
        this.file = file;
        this.client = client;
        this.terminal = terminal;
    }

    /** Sends what is left of the file. */
    void run() {
        try (var journal = Journal.of(file);
                var lines = UserLines.of(file, journal.done())) {
            if (journal.done() > 0) {
                terminal.out().println("Going on after line " + journal.done() + ".");
            }
            var progress = new Progress(terminal, Files.size(file), lines.bytes());
            client.signIn();
            for (Optional<UserLines.Page> page = lines.next(); page.isPresent(); page = lines.next()) {
                send(page.get(), journal, progress);
                progress.show(lines.bytes());
            }
            progress.end(journal.refusedFile());
            journal.finish();
        } catch (IOException failed) {
            throw new CommandFailed(
                    "%s cannot be read, or what is beside it written: %s".formatted(file, failed), failed);
        }
    }

    private void send(UserLines.Page page, Journal journal, Progress progress) throws IOException {
        for (UserLines.Fault fault : page.faults()) {
            journal.refuse(fault.line(), fault.errors());
        }
        progress.add(0, 0, page.faults().size());
        if (!page.rows().isEmpty()) {
            JsonNode answer = client.take(page.body());
            for (JsonNode row : answer.path("rows")) {
                if (row.path("outcome").asText().equals("refused")) {
                    journal.refuse(page.line(row.path("row").asInt()), row.path("errors"));
                }
            }
            progress.add(
                    answer.path("imported").asLong(),
                    answer.path("present").asLong(),
                    answer.path("refused").asLong());
        }
        journal.done(page.last());
    }
}
