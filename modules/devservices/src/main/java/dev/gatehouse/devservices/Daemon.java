package dev.gatehouse.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server process that outlives the JVM which started it, found again through its pid file.
 *
 * @param pidFile a file whose first line is the process id
 * @param mark an argument that only this server was started with, so that a process which merely got the same number
 *     later is never taken for it
 */
record Daemon(Path pidFile, String mark) {

    /** The live process. A dead one that nobody has buried (a zombie) has no arguments and does not count. */
    Optional<ProcessHandle> process() {
        return recordedPid().flatMap(ProcessHandle::of).filter(this::isOurs);
    }

    boolean runs() {
        return process().isPresent();
    }

    /** Stops it from getting any processor time, children included: it neither answers nor refuses. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    void kill() {
        signal("KILL");
    }

    /** Asks it to end. */
    void terminate() {
        process().ifPresent(ProcessHandle::destroy);
    }

    /** Waits until it has ended; false if it still runs then. */
    boolean awaitEnd(Duration limit) {
        return Deadline.in(limit).await(() -> !runs());
    }

    private void signal(String name) {
        process().ifPresent(parent -> {
            send(name, Stream.of(parent));
            send(name, parent.descendants());
        });
    }

    private static void send(String name, Stream<ProcessHandle> processes) {
        var pids = processes.map(process -> Long.toString(process.pid())).collect(Collectors.joining(" "));
        if (!pids.isEmpty()) {
            Command.of("sh", "-c", "kill -" + name + " " + pids).run();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .arguments()
                        .map(arguments -> Stream.of(arguments).anyMatch(mark::equals))
                        .orElse(false);
    }

    private Optional<Long> recordedPid() {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
