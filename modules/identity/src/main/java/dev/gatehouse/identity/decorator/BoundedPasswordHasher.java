package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.PasswordHasherBusy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A hasher that hashes so many passwords at once and no more: memory and cores are bounded, whoever asks. */
public final class BoundedPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher;
    private final Semaphore permits;
    private final Duration wait;

    /**
     * @param permits how many at once, at least 1
     * @param wait how long a caller stands in line before {@link PasswordHasherBusy}
     */
    public BoundedPasswordHasher(PasswordHasher hasher, int permits, Duration wait) {
        this.hasher = hasher;
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
    public PasswordHash dummy() {
        return hasher.dummy();
    }

    private <T> T permitted(Supplier<T> work) {
        acquire();
        try {
            return work.get();
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
