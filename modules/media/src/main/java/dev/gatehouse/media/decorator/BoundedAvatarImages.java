package dev.gatehouse.media.decorator;

import dev.gatehouse.media.model.ImageSource;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.port.AvatarImages;
import dev.gatehouse.media.port.AvatarImagesBusy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Images of which so many are rendered at once and no more, on threads of their own that the system interrupts: memory
 * and cores are bounded, whoever asks.
 *
 * <p>The source is read by whoever has a permit, so that the bytes of those who wait take no memory either.
 */
public final class BoundedAvatarImages implements AvatarImages {

    private final AvatarImages images;
    private final ExecutorService threads;
    private final Semaphore permits;
    private final Duration wait;

    /**
     * @param permits how many at once, at least 1
     * @param wait how long a caller stands in line before {@link AvatarImagesBusy}
     */
    public BoundedAvatarImages(AvatarImages images, int permits, Duration wait) {
        this.images = images;
        this.threads = Executors.newFixedThreadPool(
                permits, Thread.ofPlatform().daemon().name("avatar-", 1).factory());
        this.permits = new Semaphore(permits, true);
        this.wait = wait;
    }

    @Override
    public Rendering render(ImageSource source, ImageType announced) {
        acquire();
        try {
            return CompletableFuture.supplyAsync(() -> images.render(source, announced), threads)
                    .join();
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
                throw new AvatarImagesBusy();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AvatarImagesBusy();
        }
    }
}
