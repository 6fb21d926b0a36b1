package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.PasswordHasherBusy;
import dev.gatehouse.identity.port.PasswordHasherContract;
import dev.gatehouse.identity.port.PlainPasswordHasher;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class BoundedPasswordHasherTest implements PasswordHasherContract {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final PlainPasswordHasher hasher = new PlainPasswordHasher();

    @Override
    public PasswordHasher hasher() {
        return new BoundedPasswordHasher(hasher, 2, LONG);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** Three must be inside at once for any to get out, and a fourth would be seen. */
    @Test
    @Timeout(30)
    void asManyAsThereArePermitsHashAtOnceAndNeverMore() {
        var bounded = new BoundedPasswordHasher(hasher, 3, LONG);
        PasswordHash hash = bounded.dummy();
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var three = new CyclicBarrier(3);
        hasher.meanwhile(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
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
                number -> number % 2 == 0
                        ? bounded.hash(Samples.password()).phc().isEmpty()
                        : bounded.verify(Samples.password(), new PasswordHash(hash.phc())));

        assertThat(most).hasValue(3);
        assertThat(hasher.hashes()).isEqualTo(60);
    }

    @Test
    @Timeout(30)
    void whoeverWaitsTooLongIsToldSoAndNothingIsHashed() {
        var bounded = new BoundedPasswordHasher(hasher, 1, SHORT);
        PasswordHash hash = bounded.hash(Samples.password());
        var inside = new CountDownLatch(1);
        var refused = new CountDownLatch(1);
        hasher.meanwhile(() -> {
            inside.countDown();
            await(refused);
        });

        InParallel.run(2, number -> {
            if (number == 0) {
                return bounded.verify(Samples.password(), hash);
            }
            await(inside);
            assertThatThrownBy(() -> bounded.hash(Samples.password())).isInstanceOf(PasswordHasherBusy.class);
            assertThatThrownBy(() -> bounded.verify(Samples.password(), hash)).isInstanceOf(PasswordHasherBusy.class);
            refused.countDown();
            return true;
        });

        assertThat(hasher.hashes()).isEqualTo(2);
        hasher.meanwhile(() -> {});
        assertThat(bounded.verify(Samples.password(), hash)).isTrue();
    }

    /** A hash on a virtual thread would keep its carrier from everybody else. */
    @Test
    void itHashesOnAThreadThatTheSystemInterrupts() {
        var virtual = new AtomicBoolean(true);
        hasher.meanwhile(() -> virtual.set(Thread.currentThread().isVirtual()));
        var bounded = new BoundedPasswordHasher(hasher, 1, LONG);

        InParallel.run(1, number -> bounded.hash(Samples.password()));

        assertThat(virtual).isFalse();
    }

    @Test
    void aHashThatFailsGivesItsPermitBack() {
        var bounded = new BoundedPasswordHasher(hasher, 1, SHORT);
        hasher.meanwhile(() -> {
            throw new IllegalStateException("out of luck");
        });
        assertThatThrownBy(() -> bounded.hash(Samples.password())).isInstanceOf(IllegalStateException.class);
        hasher.meanwhile(() -> {});
        assertThat(bounded.hash(Samples.password()).phc()).isNotEmpty();
    }

    @Test
    void whoeverIsInterruptedInLineLeavesItAndStaysInterrupted() {
        var bounded = new BoundedPasswordHasher(hasher, 1, LONG);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> bounded.hash(Samples.password())).isInstanceOf(PasswordHasherBusy.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(hasher.hashes()).isZero();
    }
}
