package dev.gatehouse.media.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.media.model.Drawings;
import dev.gatehouse.media.model.ImageSource;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.port.AvatarImages;
import dev.gatehouse.media.port.AvatarImagesBusy;
import dev.gatehouse.media.port.AvatarImagesContract;
import dev.gatehouse.media.port.PlainAvatarImages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class BoundedAvatarImagesTest implements AvatarImagesContract {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final ImageSource PNG = () -> Optional.of(Drawings.png(5, 6));

    private final PlainAvatarImages images = new PlainAvatarImages();

    @Override
    public AvatarImages images() {
        return new BoundedAvatarImages(images, 2, LONG);
    }

    @Override
    public byte[] image(ImageType type, int width, int height) {
        return type == ImageType.PNG ? Drawings.png(width, height) : Drawings.jpeg(width, height);
    }

    private static AvatarImages.Rendering render(AvatarImages images, ImageSource source) {
        return images.render(source, ImageType.PNG);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** Three must be inside at once for any to get out, and a fourth would be seen; nobody outside holds any bytes. */
    @Test
    @Timeout(30)
    void asManyAsThereArePermitsReadAndRenderAtOnceAndNeverMore() {
        var bounded = new BoundedAvatarImages(images, 3, LONG);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var three = new CyclicBarrier(3);
        images.meanwhile(() -> {
            try {
                three.await();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            } finally {
                inside.decrementAndGet();
            }
        });

        InParallel.run(
                60,
                number -> render(bounded, () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    return PNG.read();
                }));

        assertThat(most).hasValue(3);
    }

    @Test
    @Timeout(30)
    void whoeverWaitsTooLongIsToldSoAndNothingIsRead() {
        var bounded = new BoundedAvatarImages(images, 1, SHORT);
        var inside = new CountDownLatch(1);
        var refused = new CountDownLatch(1);
        var read = new AtomicBoolean();
        images.meanwhile(() -> {
            inside.countDown();
            await(refused);
        });

        InParallel.run(2, number -> {
            if (number == 0) {
                return render(bounded, PNG);
            }
            await(inside);
            assertThatThrownBy(() -> render(bounded, () -> {
                        read.set(true);
                        return PNG.read();
                    }))
                    .isInstanceOf(AvatarImagesBusy.class);
            refused.countDown();
            return true;
        });

        assertThat(read).isFalse();
        images.meanwhile(() -> {});
        assertThat(render(bounded, PNG)).isInstanceOf(AvatarImages.Rendering.Rendered.class);
    }

    /** Decoding on a virtual thread would keep its carrier from everybody else. */
    @Test
    void itRendersOnAThreadThatTheSystemInterrupts() {
        var virtual = new AtomicBoolean(true);
        images.meanwhile(() -> virtual.set(Thread.currentThread().isVirtual()));

        InParallel.run(1, number -> render(images(), PNG));

        assertThat(virtual).isFalse();
    }

    @Test
    void whatFailsGivesItsPermitBack() {
        var bounded = new BoundedAvatarImages(images, 1, SHORT);
        images.meanwhile(() -> {
            throw new IllegalStateException("out of luck");
        });
        assertThatThrownBy(() -> render(bounded, PNG)).isInstanceOf(IllegalStateException.class);
        images.meanwhile(() -> {});
        assertThat(render(bounded, PNG)).isInstanceOf(AvatarImages.Rendering.Rendered.class);
    }

    @Test
    void whoeverIsInterruptedInLineLeavesItAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> render(images(), PNG)).isInstanceOf(AvatarImagesBusy.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
