package dev.gatehouse.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What is written beside the file of an import: how far it came, and what was refused. */
final class Journal implements AutoCloseable {

    private final Path resume;
    private final Path refusedFile;
    private final Writer refused;
    private long done;

    private Journal(Path resume, Path refusedFile, long done) throws IOException {
        this.resume = resume;
        this.refusedFile = refusedFile;
        this.done = done;
        this.refused = Files.newBufferedWriter(
                refusedFile,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                done > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    static Journal of(Path file) throws IOException {
        Path resume = Path.of(file + ".resume");
        return new Journal(resume, Path.of(file + ".refused"), Files.exists(resume) ? read(resume) : 0);
    }

    private static long read(Path resume) throws IOException {
        try {
            return Long.parseLong(Files.readString(resume).strip());
        } catch (NumberFormatException damaged) {
            throw new CommandFailed(resume + " has no number of a line: delete it to begin anew.", damaged);
        }
    }

    /** So many lines have been dealt with. */
    long done() {
        return done;
    }

    /** Notes that so many lines have been dealt with, and keeps what was refused of them. */
    void done(long lines) throws IOException {
        refused.flush();
        done = lines;
        Path next = Path.of(resume + ".new");
        Files.writeString(next, Long.toString(lines));
        Files.move(next, resume, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Notes why a line was refused; nothing of the line itself. */
    void refuse(long line, JsonNode errors) throws IOException {
        refused.write("{\"line\":" + line + ",\"errors\":" + errors + "}\n");
    }

    Path refusedFile() {
        return refusedFile;
    }

    /** The next run begins anew. */
    void finish() throws IOException {
        Files.deleteIfExists(resume);
    }

    @Override
    public void close() throws IOException {
        refused.close();
    }
}
