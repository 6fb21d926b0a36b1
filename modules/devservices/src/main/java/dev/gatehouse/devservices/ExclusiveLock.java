package dev.gatehouse.devservices;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file, which one holder on this machine has at a time.
 *
 * <p>The operating system drops it when the process ends, however it ends, so there is no stale lock.
 */
final class ExclusiveLock implements AutoCloseable {

    /** Closing any channel of a file drops this process's lock on it (POSIX), so a held file is not opened again. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ExclusiveLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock; empty if someone else has it. The file is made if need be, its directory is not. */
    static Optional<ExclusiveLock> tryAcquire(Path file) throws IOException {
        var key = file.toAbsolutePath().normalize();
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                close(channel);
                HELD_HERE.remove(key);
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new ExclusiveLock(key, channel));
    }

    /** Takes the lock, waiting up to a minute for another holder to let go. */
    static ExclusiveLock acquire(Path file) throws IOException {
        var deadline = Deadline.in(Duration.ofMinutes(1));
        while (true) {
            var lock = tryAcquire(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (deadline.passed()) {
                throw new IOException(file + " has been locked for a minute");
            }
            deadline.pause();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }

    private static void close(@Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
