package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.PasswordHasherBusy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A hasher that hashes so many passwords at once and no more: memory and cores are bounded, whoever asks.
 *
 * <p>It hashes on threads of its own, which the system interrupts. On virtual threads, which nobody does, hashes would
 * hold every carrier, and all other requests would wait for them.
 */
public final class BoundedPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher;
    private final ExecutorService threads;
    private final Semaphore permits;
    private final Duration wait;

    /**
     * @param permits how many at once, at least 1
     * @param wait how long a caller stands in line before {@link PasswordHasherBusy}
     */
    public BoundedPasswordHasher(PasswordHasher hasher, int permits, Duration wait) {
        this.hasher = hasher;
        this.threads = Executors.newFixedThreadPool(
                permits, Thread.ofPlatform().daemon().name("password-hash-", 1).factory());
        this.permits = new Semaphore(permits, true);
        this.wait = wait;
    }

    @Override
    public PasswordHash hash(Password password) {
        return permitted(() -> hasher.hash(password));
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        return permitted(() -> hasher.verify(password, hash));
    }

    @Override
    public boolean isCurrent(PasswordHash hash) {
        return hasher.isCurrent(hash);
    }

    @Override
    public PasswordHash dummy() {
        return hasher.dummy();
    }

    private <T> T permitted(Supplier<T> work) {
        acquire();
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new PasswordHasherBusy();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new PasswordHasherBusy();
        }
    }
}
