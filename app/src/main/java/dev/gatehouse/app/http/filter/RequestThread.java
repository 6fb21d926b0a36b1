package dev.gatehouse.app.http.filter;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs what may wait on a thread that may wait: where there is one already, on that, and else on a new one. By the time
 * a request is at its controller it has waited for its admission as a rule, and need not change threads again.
 */
@Singleton
@Named(RequestThread.NAME)
public final class RequestThread extends AbstractExecutorService {

    /** What controllers name in {@code @ExecuteOn}. */
    public static final String NAME = "request-thread";

    private final ExecutorService threads;

    RequestThread(@Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        if (Thread.currentThread().isVirtual()) {
            task.run();
        } else {
            threads.execute(task);
        }
    }

    /** Its threads are those of others, who stop them. */
    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}
