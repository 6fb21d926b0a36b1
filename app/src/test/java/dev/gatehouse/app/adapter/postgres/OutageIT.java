package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers see while Postgres is stopped, frozen or has no connection left, and after. */
final class OutageIT {

    private static final Duration SOON = Duration.ofMillis(1500);

    /** Numbers are texts here: the driver takes no notice of others. */
    private static final Map<String, Object> IMPATIENT = Map.of(
            "datasources.default.maximum-pool-size",
            4,
            "datasources.default.automatic-validation-query",
            false,
            "datasources.default.connection-timeout",
            700,
            "datasources.default.validation-timeout",
            250,
            "datasources.default.data-source-properties.connectTimeout",
            "1",
            "datasources.default.data-source-properties.socketTimeout",
            "1",
            "datasources.default.data-source-properties.options",
            "-c statement_timeout=900");

    private final ApplicationContext context = TestPostgres.context(TestPostgres.SERVER.jdbcUrl(), IMPATIENT);
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc(context));
    private final PostgresEventLog log = new PostgresEventLog(TestPostgres.jdbc(context));
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork(context);
    private final User user = Samples.user();

    @BeforeEach
    void warm() {
        users.insert(user);
    }

    @AfterEach
    void mend() {
        TestPostgres.SERVER.thaw();
        TestPostgres.SERVER.start();
        context.close();
    }

    private static Throwable soon(ThrowingCallable call) {
        Instant start = Instant.now();
        Throwable thrown = catchThrowable(call);
        assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
        return thrown;
    }

    private void everythingIsUnavailable() {
        assertThat(soon(() -> users.findById(user.id()))).isInstanceOf(StoreUnavailable.class);
        assertThat(soon(() -> log.append(event()))).isInstanceOf(UnitOfWorkUnavailable.class);
        assertThat(soon(() -> work.run(() -> users.save(user))))
                .isInstanceOfAny(StoreUnavailable.class, UnitOfWorkUnavailable.class);
    }

    private void itWorksAgain() {
        Instant start = Instant.now();
        while (catchThrowable(() -> users.findById(user.id())) != null) {
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(work.run(() -> users.lock(user.id()))).contains(user);
    }

    private static Event event() {
        return new Event(UUID.randomUUID(), "thing.made", UUID.randomUUID(), Samples.NOW, Map.of());
    }

    @Test
    void aServerThatStoppedIsUnavailableAndThenWorksAgain() {
        TestPostgres.SERVER.stop();
        everythingIsUnavailable();
        TestPostgres.SERVER.start();
        itWorksAgain();
    }

    @Test
    void aServerThatHangsIsUnavailableAndThenWorksAgain() {
        TestPostgres.SERVER.freeze();
        everythingIsUnavailable();
        TestPostgres.SERVER.thaw();
        itWorksAgain();
    }

    @Test
    void aServerThatHangsWithinAUnitIsUnavailableToIt() {
        Throwable thrown = soon(() -> work.run(() -> {
            TestPostgres.SERVER.freeze();
            return users.findById(user.id());
        }));
        assertThat(thrown).isInstanceOf(StoreUnavailable.class);
        TestPostgres.SERVER.thaw();
        itWorksAgain();
    }

    @Test
    void aServerThatHangsAtTheCommitIsUnavailable() {
        Throwable thrown = soon(() -> work.run(() -> {
            log.append(event());
            TestPostgres.SERVER.freeze();
            return true;
        }));
        assertThat(thrown).isInstanceOf(UnitOfWorkUnavailable.class);
    }

    @Test
    void aLockThatIsNotGivenInTimeIsUnavailable() {
        Throwable thrown = work.run(() -> {
            users.lock(user.id());
            return onAnotherThread(() -> work.run(() -> users.lock(user.id())));
        });
        assertThat(thrown).isInstanceOf(StoreUnavailable.class);
    }

    private static Throwable onAnotherThread(ThrowingCallable call) {
        return CompletableFuture.supplyAsync(() -> soon(call)).join();
    }

    @Test
    void whoWaitsForAConnectionInVainIsToldSo() throws InterruptedException {
        var held = new CountDownLatch(4);
        var release = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            Thread.startVirtualThread(() -> work.run(() -> {
                held.countDown();
                return catchThrowable(release::await);
            }));
        }
        held.await();
        everythingIsUnavailable();
        release.countDown();
        itWorksAgain();
    }
}
