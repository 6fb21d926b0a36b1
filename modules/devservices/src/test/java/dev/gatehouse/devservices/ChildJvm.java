package dev.gatehouse.devservices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another JVM with the class path of this one, whose output a test reads line by line. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ChildJvm run(Class<?> main, Map<String, String> properties, String... arguments) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        properties.forEach((name, value) -> line.add("-D" + name + "=" + value));
        line.add(main.getName());
        line.addAll(List.of(arguments));
        try {
            return new ChildJvm(
                    new ProcessBuilder(line).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines up to the first that contains this text, or all of them if none does. */
    List<String> readTo(String text) {
        var lines = new ArrayList<String>();
        try {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.contains(text)) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Ends it without giving it a chance to clean up. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Asks it to end and returns the rest of its output. */
    List<String> terminate() {
        process.toHandle().destroy();
        return readTo("nothing that it would print");
    }

    int exitCode() {
        return Command.exitCode(process);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
